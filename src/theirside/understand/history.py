"""How an understanding came about: what was heard when, what took its place, what they said of it.

A withdrawn statement leaves nothing but that something was withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from theirside.evidence import Quote
from theirside.understand.moments import seconds
from theirside.understand.understanding import Observation, Status, Understanding


class Happened(StrEnum):
    """What happened to what we know of somebody."""

    HEARD = "heard"
    """They said it for the first time."""
    REPLACED = "replaced"
    """They said something else of the same matter, which took the older one's place."""
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


CHANGES = frozenset(Happened) - {Happened.HEARD}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. ``before`` are the words that no longer hold, if any.

    ``facets`` are several where one sentence told of several. ``said_by`` names who told it of
    them, where they did not themselves. Of what was withdrawn there is nothing but when.
    """

    what: Happened
    at: datetime | None
    observation: str = ""
    facets: tuple[str, ...] = ()
    words: str = ""
    before: str = ""
    quote: Quote | None = None
    said_by: str = ""


def history_of(it: Understanding) -> list[Event]:
    """Return what happened to the understanding of somebody, the newest first."""
    kept = {each.id: each for each in it.observations if each.status is not Status.WITHDRAWN}
    old: dict[str, Observation] = {}
    for each in kept.values():
        if each.replaced_by in kept:
            old.setdefault(each.replaced_by, each)
    found = [event for each in it.observations for event in _of(each, old.get(each.id))]
    return sorted(_joined(found), key=lambda event: -seconds(event.at))


def _joined(events: Iterable[Event]) -> Iterator[Event]:
    """Yield the events, one for a sentence that was heard to tell of several facets."""
    heard: dict[Quote, Event] = {}
    for each in events:
        if each.what is not Happened.HEARD or each.quote is None:
            yield each
        elif each.quote in heard:
            first = heard[each.quote]
            heard[each.quote] = replace(first, facets=(*first.facets, *each.facets))
        else:
            heard[each.quote] = each
    yield from heard.values()


def _of(each: Observation, before: Observation | None) -> Iterator[Event]:
    if each.status is Status.WITHDRAWN:
        yield Event(Happened.WITHDRAWN, each.judged_at)
        return
    first = each.evidence[0]
    what = Happened.HEARD if before is None else Happened.REPLACED
    words = first.text if each.status is Status.CORRECTED else each.statement
    was = before.statement if before is not None else ""
    facets = (each.facet,)
    yield Event(what, each.first_at, each.id, facets, words, was, first, each.said_by)
    if each.status is Status.CONFIRMED:
        yield Event(Happened.CONFIRMED, each.judged_at, each.id, facets, words, "", first)
    if each.status is Status.CORRECTED:
        said = each.statement
        yield Event(Happened.CORRECTED, each.judged_at, each.id, facets, said, words, first)
