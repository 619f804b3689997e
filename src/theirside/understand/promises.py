"""Who said they would do what, and by when. Whether it was kept is looked at elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from theirside.conversation import Side
from theirside.evidence import Annotation
from theirside.reader.due import due
from theirside.understand.awaited import named_in
from theirside.understand.heard import is_label, time_of
from theirside.understand.not_promised import is_anothers, is_broken_off, is_parting
from theirside.understand.on_the_spot import is_courtesy, is_kept_at_once
from theirside.understand.people import People
from theirside.understand.phrases import plain
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise
from theirside.understand.words import gist, likeness

SAME_BREATH = timedelta(days=2)
"""So far apart, a promise that names nothing may be the one that names the thing."""
_BEGINS = re.compile(r"\b(?:will|shall|going to|let me)\b|['’]ll\b", re.IGNORECASE)
AGAIN = 0.5
"""Share of words in common from which two promises for the same day are one."""


def promises_in(talk: Talk, person: str, people: People) -> list[Promise]:
    """Return the promises that this person gave us, and those that we gave this person.

    One that the same talk keeps is none: nothing is left to wait for.
    """
    made: dict[tuple[int, int, int], Promise] = {}
    for each in talk.annotations:
        if not is_label(each, "promise"):
            continue
        by_us = talk.side(each.turn) is Side.OURS
        if not (_is_for(talk, each, person, people) if by_us else talk.spoke(person, each.turn)):
            continue
        if is_kept_at_once(talk, each) or is_courtesy(talk, each):
            continue
        quote = talk.quote(each)
        if _promises_nothing(quote.text, by_us=by_us, holder=each.holder):
            continue
        text = plain(quote.text)
        turn = talk.turn(each.turn)
        at = time_of(talk.conversation, turn)
        day = each.due or day_named(text, at)
        promise = Promise(text, by_us, day, (quote,), at)
        before = made.get((each.turn, each.start, each.end))
        if before is None or before.due is None:
            made[each.turn, each.start, each.end] = promise
    return list(made.values())


def _promises_nothing(text: str, *, by_us: bool, holder: str) -> bool:
    """Say whether nobody is bound by it. What a colleague of ours will do, we promise for them."""
    anothers = not by_us and not holder and is_anothers(text)
    return anothers or is_parting(text) or is_broken_off(text)


def day_named(text: str, at: datetime | None) -> date | None:
    """Return the day that a promise names, where the reader marked the sentence without it."""
    begins = _BEGINS.search(text)
    return due(text, begins.start() if begins else 0, at.date()) if at is not None else None


def joined(promises: Iterable[Promise]) -> list[Promise]:
    """Return promises, oldest first, with one that was given again as one with both quotes."""
    found: list[Promise] = []
    for each in promises:
        for place, before in enumerate(found):
            if _is_again(before, each) or _says_what(before, each):
                evidence = tuple(dict.fromkeys((*before.evidence, *each.evidence)))
                telling = before if named_in(before.text) else each
                found[place] = replace(before, text=telling.text, evidence=evidence)
                break
        else:
            found.append(each)
    return found


def _is_again(one: Promise, other: Promise) -> bool:
    return (
        one.by_us == other.by_us
        and one.due == other.due
        and likeness(gist(one.text), gist(other.text)) >= AGAIN
    )


def _says_what(one: Promise, other: Promise) -> bool:
    """Say whether one of two for the same day says nothing more: "You'll have it on Friday"."""
    if one.by_us != other.by_us or one.due is None or one.due != other.due:
        return False
    if one.at is None or other.at is None or abs(other.at - one.at) > SAME_BREATH:
        return False
    first, second = named_in(one.text), named_in(other.text)
    return first <= second or second <= first


def _is_for(talk: Talk, annotation: Annotation, person: str, people: People) -> bool:
    """Say whether a promise of ours is to this person: addressed, else simply there."""
    addressed = (people.of(talk.id, who) for who in talk.turn(annotation.turn).to)
    to = {each.id for each in addressed if each is not None}
    return person in (to or talk.present)
