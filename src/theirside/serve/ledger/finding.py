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
from theirside.understand.moments import seconds
from theirside.understand.observations import person_mark
from theirside.understand.people import People
from theirside.understand.phrases import plain
from theirside.understand.talk import Talk
from theirside.understand.words import gist, likeness

SAME = 0.5
"""Share of words in common from which a gift held out and a gift given are one."""
_LABELS = (Column.GIFT, Column.ASK)
_NEVER = date.min


@dataclass(frozen=True, slots=True)
class Place:
    """A gift or ask in one sentence of one turn."""

    found: Found
    quote: Quote
    turn_id: str


def entries_in(
    talks: Iterable[Talk], person: str, people: People, marks: Sequence[Mark] = ()
) -> list[Entry]:
    """Return what was given and asked between us and a person, the oldest first.

    ``talks`` are those with that person; ``people`` everybody in them. ``marks`` are what somebody
    set right or struck.
    """
    made: list[Entry] = []
    for talk in sorted(talks, key=lambda each: (seconds(each.conversation.started_at), each.id)):
        here = [each for each in marks if each.quote.conversation == talk.id]
        for number in range(len(talk.conversation.turns)):
            if _concerns(talk, number, person, people):
                made += _of_turn(talk, number, person, here)
    ordered = sorted(made, key=lambda each: (each.on is not None, each.on or _NEVER))
    return _joined(ordered)


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
                yield Place(found, quote, turn.id)


def _concerns(talk: Talk, number: int, person: str, people: People) -> bool:
    """Say whether a turn is the person's, or ours and for them: addressed, else simply there."""
    if talk.side(number) is not Side.OURS:
        return talk.spoke(person, number)
    addressed = (people.of(talk.id, who) for who in talk.turn(number).to)
    to = {each.id for each in addressed if each is not None}
    return person in (to or talk.present)


def _of_turn(talk: Talk, number: int, person: str, marks: Sequence[Mark]) -> list[Entry]:
    made: dict[tuple[Column, str], Entry] = {}
    by_us = talk.side(number) is Side.OURS
    at = time_of(talk.conversation, talk.turn(number))
    for place in places_in(talk, number):
        mark = _mark_on(place, marks)
        if mark is not None and mark.struck:
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
            id=entry_id(person, column, place.quote, place.turn_id),
            person=person,
            column=column,
            kind=kind,
            by_us=by_us,
            text=plain(place.quote.text),
            on=at.date() if at is not None else None,
            evidence=(place.quote,),
            offered=place.found.offered,
            corrected=mark is not None,
            weight=mark.weight if mark is not None else None,
        )
    return list(made.values())


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
