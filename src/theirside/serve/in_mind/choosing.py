"""Choosing: for one person what they would be glad of, and for the day the few people to think of.

Silence is an answer: nothing near enough, nothing free, too soon, or they asked for quiet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from theirside.evidence import Quote
from theirside.intake.shelf.thing import Thing
from theirside.serve.in_mind.given import Answered, last_given, may_be_given, too_soon_until
from theirside.serve.in_mind.near import (
    PER_WORD,
    WORDS,
    Nearness,
    is_telling,
    parts_of,
    shared_words,
)
from theirside.serve.in_mind.opening import opening, openings
from theirside.serve.in_mind.pace import Pace
from theirside.serve.in_mind.quiet import Quiet
from theirside.understand.facet import facets
from theirside.understand.gaps import DAYS_A_MONTH
from theirside.understand.understanding import Observation, Person, Understanding


class Silence(StrEnum):
    """Why nothing is proposed for somebody."""

    NOTHING_KNOWN = "nothing known"
    NOTHING_NEAR = "nothing near"
    TOO_SOON = "too soon"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Why:
    """Why them: something that they said themselves, and how near the thing is to it (spreads).

    ``words`` are the stems that both have, common ones left out.
    """

    observation: str
    facet: str
    statement: str
    evidence: tuple[Quote, ...]
    near: float
    words: tuple[str, ...] = ()
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InMind:
    """A thing for a person, why, and how a first line may go."""

    thing: Thing
    why: Why
    opening: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What there is for one person, nearest first; without anything, why not.

    ``until`` is the day until which it is too soon, or quiet; ``evidence`` their words for that.
    """

    person: Person
    things: tuple[InMind, ...]
    last_given: Answered | None = None
    silence: Silence | None = None
    until: date | None = None
    evidence: tuple[Quote, ...] = ()


def choose(
    understanding: Understanding,
    things: Sequence[Thing],
    answered: Sequence[Answered],
    *,
    near: Nearness,
    today: date,
    pace: Pace,
    quiet: Quiet | None = None,
) -> Chosen:
    """Return what there is for a person today; nothing in a time in which they asked for quiet."""
    person = understanding.person
    last = last_given(person.id, answered)
    if quiet is not None and quiet.until > today:
        return Chosen(person, (), last, Silence.QUIET, quiet.until, quiet.evidence)
    again = too_soon_until(person.id, answered, today, pace)
    if again is not None:
        return Chosen(person, (), last, Silence.TOO_SOON, again)
    said = list(reasons(understanding, today))
    if not said:
        return Chosen(person, (), last, Silence.NOTHING_KNOWN)
    free = [each for each in things if may_be_given(each.id, person.id, answered, today, pace)]
    found = tuple(_in_mind(free, said, near, today, pace))[: pace.things_a_person]
    return Chosen(person, found, last, None if found else Silence.NOTHING_NEAR)


def reasons(understanding: Understanding, today: date) -> Iterator[Observation]:
    """Yield what may be a reason to give them something: said by themselves, of themselves, fresh.

    What was said longer ago than its facet keeps is left out (what has no date is not), and what
    has too few words to tell what it is about.
    """
    for each in understanding.current:
        own = not each.said_by and not each.holder
        if own and each.facet in openings() and is_telling(each.statement):
            age = (today - each.last_at.date()).days if each.last_at else 0
            if age <= facets()[each.facet].fresh_for * DAYS_A_MONTH:
                yield each


def _in_mind(
    things: Sequence[Thing], said: Sequence[Observation], near: Nearness, today: date, pace: Pace
) -> list[InMind]:
    """Return the things that are near enough, the nearest first."""
    found = [
        InMind(each, why, _opening(each, why, today))
        for each, why in nearest(things, said, near)
        if why.near >= pace.enough
    ]
    return sorted(found, key=lambda one: (-one.why.near, one.thing.id))


def why_them(
    understanding: Understanding, thing: Thing, *, near: Nearness, today: date, pace: Pace
) -> Why | None:
    """Return why a thing is for a person, whatever was given before; None where nothing tells."""
    for _, why in nearest([thing], list(reasons(understanding, today)), near):
        if why.near >= pace.enough:
            return why
    return None


def nearest(
    things: Sequence[Thing], said: Sequence[Observation], near: Nearness
) -> Iterator[tuple[Thing, Why]]:
    """Yield each thing with what they said that it is nearest to."""
    parts = {each.id: parts_of(each) for each in things}
    sentences = list(dict.fromkeys(" ".join(each.statement.split()) for each in said))
    alike = near(sentences, list(dict.fromkeys(part for of in parts.values() for part in of)))
    for thing in things:
        whys = [
            _why(each, part, alike.get((" ".join(each.statement.split()), part), 0.0))
            for each in said
            for part in parts[thing.id]
        ]
        if whys:
            yield thing, max(whys, key=lambda why: why.near)


def _why(each: Observation, part: str, alike: float) -> Why:
    words = shared_words(each.statement, part)
    nearness = alike + PER_WORD * min(len(words), WORDS)
    return Why(each.id, each.facet, each.statement, each.evidence, nearness, words, each.last_at)


def _opening(thing: Thing, why: Why, today: date) -> str:
    said = why.said_at.date() if why.said_at else None
    return opening(why.facet, thing.title, why.statement, said, today)


def for_today(chosen: Iterable[Chosen], pace: Pace) -> list[Chosen]:
    """Return the few people to think of today, one thing each, and nothing to two of them.

    The nearest thing goes to whom it is nearest to; whoever was given nothing for longest comes
    first where two are as near.
    """
    pairs = [(each, one) for each in chosen for one in each.things]
    pairs.sort(key=lambda pair: (-pair[1].why.near, _given_at(pair[0]), pair[0].person.id))
    taken: set[str] = set()
    found: dict[str, Chosen] = {}
    for each, one in pairs:
        if one.thing.id not in taken and each.person.id not in found:
            taken.add(one.thing.id)
            found[each.person.id] = Chosen(each.person, (one,), each.last_given)
    return list(found.values())[: pace.people_a_day]


def _given_at(each: Chosen) -> float:
    return each.last_given.at.timestamp() if each.last_given else 0.0
