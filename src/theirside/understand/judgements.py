"""What people have said of our observations, kept in force whatever the reader says now.

A judgement is anchored to facet and quote. Where the present reader no longer marks those words,
they are heard again from the judgement itself; so a confirmed statement stays, and a withdrawn one
also takes with it whatever says the same elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from theirside.conversation import Conversation
from theirside.evidence import Quote
from theirside.understand.heard import Heard, overlaps, time_of
from theirside.understand.moments import seconds
from theirside.understand.people import People
from theirside.understand.understanding import Judgement, Status
from theirside.understand.words import gist

_SPOKEN = 0.99
"""Probability of words that somebody has confirmed, corrected or withdrawn as theirs."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements in the order they were made, and what was heard, theirs included."""

    heard: tuple[Heard, ...]
    of: Mapping[Heard, tuple[Judgement, ...]]

    @property
    def dropped(self) -> frozenset[Heard]:
        """What was heard and then withdrawn, and not since taken back in."""
        return self._last(Status.WITHDRAWN)

    @property
    def corrected(self) -> frozenset[Heard]:
        """What was heard and then put right: its own words no longer count."""
        return self._last(Status.CORRECTED)

    def only(self, allowed: Iterable[Heard]) -> Judged:
        """Return the same with no more than these heard."""
        return Judged(tuple(allowed), self.of)

    def _last(self, status: Status) -> frozenset[Heard]:
        return frozenset(each for each, made in self.of.items() if made[-1].status is status)


def with_judgements(
    heard: Sequence[Heard],
    judgements: Iterable[Judgement],
    talks: Mapping[str, Conversation],
    people: People,
) -> Judged:
    """Return what was heard with the judgements on it, and with what only they still hold."""
    every = list(heard)
    by_place: dict[tuple[str, str, int], list[Heard]] = {}
    for each in every:
        by_place.setdefault((each.facet, each.quote.conversation, each.quote.turn), []).append(each)
    of: dict[Heard, list[Judgement]] = {}
    for judgement in sorted(judgements, key=made_at):
        for place in judgement.evidence:
            quote = anchored(place, talks)
            if quote is None:
                continue
            here = by_place.setdefault((judgement.facet, quote.conversation, quote.turn), [])
            touched = [each for each in here if overlaps(each.quote, quote)]
            if not touched:
                again = _heard_again(judgement, quote, talks[quote.conversation], people)
                touched = [again] if again is not None else []
                here += touched
                every += touched
            for each in touched:
                of.setdefault(each, []).append(judgement)
    return Judged(tuple(every), {each: tuple(made) for each, made in of.items()})


def made_at(judgement: Judgement) -> tuple[float, str, str]:
    """Sort judgements by when they were made; one of unknown time counts as the earliest."""
    return (seconds(judgement.at), judgement.status, judgement.text)


def anchored(quote: Quote, talks: Mapping[str, Conversation]) -> Quote | None:
    """Return the quote where its words now stand; None where they stand nowhere any more.

    A thread that has grown by an earlier mail has its turns further on.
    """
    talk = talks.get(quote.conversation)
    if talk is None or quote.stands_in(talk):
        return quote if talk is not None else None
    for number, turn in enumerate(talk.turns):
        start = turn.text.find(quote.text)
        if start >= 0 and quote.text:
            return Quote(talk.id, number, start, start + len(quote.text), quote.text)
    return None


def _heard_again(
    judgement: Judgement, quote: Quote, talk: Conversation, people: People
) -> Heard | None:
    turn = talk.turns[quote.turn]
    speaker = people.of(talk.id, turn.speaker)
    person = people.by_id.get(judgement.person, speaker)
    if person is None:
        return None
    of_another = speaker is not None and speaker.id != person.id
    return Heard(
        person=person.id,
        facet=judgement.facet,
        quote=quote,
        turn_id=turn.id,
        at=time_of(talk, turn),
        probability=_SPOKEN,
        said_by=speaker.name if of_another and speaker is not None else "",
        holder="",
        gist=gist(quote.text),
    )
