"""Gifts and asks found in the talks with a person, each with the words that it rests on.

Within one turn what is of one kind counts once: a mail that asks for a date in three sentences asks
for it once. A gift that was held out and later given is one gift with both quotes; what is asked
again later is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.reader.split import spans
from theirside.serve.ledger.entry import Column, Entry, Mark
from theirside.serve.ledger.sentence import Found, found_in
from theirside.understand.heard import is_label, overlaps, time_of
from theirside.understand.observations import person_mark
from theirside.understand.people import People
from theirside.understand.phrases import plain
from theirside.understand.talk import Talk
from theirside.understand.words import gist, likeness

SAME = 0.5
"""Share of words in common from which a gift held out and a gift given are one."""
_LABELS = (Column.GIFT, Column.ASK)


@dataclass(frozen=True, slots=True)
class Place:
    """A gift or ask in one sentence of one turn."""

    found: Found
    quote: Quote


@dataclass(frozen=True, slots=True)
class Telling:
    """A turn, by its id, that gives or asks something, and whom it concerns, by their ids."""

    talk: str
    turn: str
    by_us: bool
    on: date | None
    concerned: frozenset[str]
    places: tuple[Place, ...]


def entries_in(
    talks: Iterable[Talk],
    person: str,
    people: People,
    marks: Sequence[Mark] = (),
    *,
    struck: bool = False,
) -> list[Entry]:
    """Return what was given and asked between us and a person, the oldest first.

    ``talks`` are those with that person; ``people`` everybody in them. ``marks`` are what somebody
    set right or struck; with ``struck`` what was struck is returned, and nothing else.
    """
    found = entries_by_person(talks, people, marks, only=person, struck=struck)
    return found.get(person, [])


def entries_by_person(
    talks: Iterable[Talk],
    people: People,
    marks: Iterable[Mark] = (),
    *,
    only: str = "",
    struck: bool = False,
) -> dict[str, list[Entry]]:
    """Return everybody's entries by the person's id, each list the oldest first.

    Every turn is looked at once, however many people it concerns. ``only`` looks at one person's.
    """
    return entries_of(_tellings(talks, people, only), marks, only=only, struck=struck)


def entries_of(
    tellings: Iterable[Telling],
    marks: Iterable[Mark] = (),
    *,
    only: str = "",
    struck: bool = False,
) -> dict[str, list[Entry]]:
    """Return the same from turns that were looked through before."""
    by_talk: dict[str, list[Mark]] = {}
    for mark in marks:
        by_talk.setdefault(mark.quote.conversation, []).append(mark)
    made: dict[str, list[Entry]] = {}
    for telling in tellings:
        entries = _of_turn(telling, by_talk.get(telling.talk, []), struck=struck)
        for person in telling.concerned & {only} if only else telling.concerned:
            found = made.setdefault(person, [])
            found += [_of_person(entry, person, telling.turn) for entry in entries]
    return {person: _joined(sorted(found, key=_order)) for person, found in made.items() if found}


def _tellings(talks: Iterable[Talk], people: People, only: str) -> Iterator[Telling]:
    for talk in talks:
        for number in range(len(talk.conversation.turns)):
            concerned = _concerned(talk, number, people)
            if concerned and (not only or only in concerned):
                turn = talk.turn(number)
                at = time_of(talk.conversation, turn)
                yield Telling(
                    talk.id,
                    turn.id,
                    turn.speaker.side is Side.OURS,
                    at.date() if at is not None else None,
                    frozenset(concerned),
                    tuple(places_in(talk, number)),
                )


def places_in(talk: Talk, number: int) -> Iterator[Place]:
    """Yield what one turn gives and asks, sentence by sentence; nothing that may not be shown."""
    turn = talk.turn(number)
    by_us = turn.speaker.side is Side.OURS
    said = [each for each in talk.annotations if each.turn == number and not each.holder]
    for start, end in spans(turn.text):
        quote = Quote(talk.id, number, start, end, turn.text[start:end])
        marked = {
            label
            for label in _LABELS
            if any(is_label(each, label) and overlaps(each, quote) for each in said)
        }
        for found in found_in(quote.text, by_us=by_us, marked=marked):
            if talk.may_show(quote):
                yield Place(found, quote)


def _concerned(talk: Talk, number: int, people: People) -> set[str]:
    """Return whom a turn concerns: who spoke it; of ours whom it is addressed to, else all."""
    if talk.side(number) is not Side.OURS:
        speaker = talk.speakers[number]
        return {speaker.id} if speaker is not None else set()
    addressed = (people.of(talk.id, who) for who in talk.turn(number).to)
    return {each.id for each in addressed if each is not None} or set(talk.present)


def _of_turn(telling: Telling, marks: Sequence[Mark], *, struck: bool) -> list[Entry]:
    """Return a turn's entries, of nobody yet."""
    made: dict[tuple[Column, str], Entry] = {}
    for place in telling.places:
        mark = _mark_on(place, marks)
        if (mark is not None and mark.struck) is not struck:
            continue
        column = place.found.column
        kind = mark.kind if mark is not None and mark.kind else place.found.kind
        before = made.get((column, kind))
        if before is not None:
            offered = before.offered and place.found.offered
            evidence = (*before.evidence, place.quote)
            made[column, kind] = replace(before, evidence=evidence, offered=offered)
            continue
        made[column, kind] = Entry(
            id="",
            person="",
            column=column,
            kind=kind,
            by_us=telling.by_us,
            text=plain(place.quote.text),
            on=telling.on,
            evidence=(place.quote,),
            offered=place.found.offered,
            corrected=mark is not None,
            weight=mark.weight if mark is not None else None,
        )
    return list(made.values())


def _of_person(entry: Entry, person: str, turn_id: str) -> Entry:
    made = entry_id(person, entry.column, entry.evidence[0], turn_id)
    return replace(entry, id=made, person=person)


def _order(entry: Entry) -> tuple[date, str, int, int]:
    """Sort by day, what has none first; then by place, the same whatever came in first."""
    place = entry.evidence[0]
    return (entry.on or date.min, place.conversation, place.turn, place.start)


def _mark_on(place: Place, marks: Sequence[Mark]) -> Mark | None:
    fitting = (
        each
        for each in marks
        if each.subject == place.found.column and overlaps(each.quote, place.quote)
    )
    return next(fitting, None)


def _joined(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries, the oldest first, with what was held out and then given as one."""
    found: list[Entry] = []
    for each in entries:
        for place, before in enumerate(found):
            if _is_the_same(before, each):
                given = each if before.offered and not each.offered else before
                evidence = (*before.evidence, *each.evidence)
                found[place] = replace(given, id=before.id, evidence=evidence)
                break
        else:
            found.append(each)
    return found


def _is_the_same(before: Entry, later: Entry) -> bool:
    return (
        before.column is later.column is Column.GIFT
        and before.offered
        and before.by_us == later.by_us
        and likeness(gist(before.text), gist(later.text)) >= SAME
    )


def entry_id(person: str, subject: str, place: Quote, turn_id: str) -> str:
    """Return an id of 8 hexadecimal digits: three tell the person, five the first words."""
    parts = (subject, place.conversation, turn_id, str(place.start))
    told = blake2b("\x1f".join(parts).encode(), digest_size=3).hexdigest()[:5]
    return person_mark(person) + told
