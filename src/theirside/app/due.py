"""What is due with everybody in the store: on the first page, in the terminal, in a calendar.

However many people and talks there are, it takes the same number of queries. Talks from so long ago
that nothing in them is due any more are not looked at, and nothing that was said after the day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from theirside.app import queries
from theirside.conversation import Conversation
from theirside.purpose.cutting import before
from theirside.serve.due import ANSWER_WITHIN, Due, DueKind, With, due_with, fits_due, order
from theirside.serve.noted import HandMark, Noted
from theirside.translating import to_translate
from theirside.understand.people import People
from theirside.understand.portrait import Portrait
from theirside.understand.standing import Days
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person

AHEAD = timedelta(days=14)
"""So far ahead the list looks if nobody says how far."""
LOOKED_AT = timedelta(days=450)
"""Talks older than this hold nothing that is due."""


@dataclass(frozen=True, slots=True)
class DueList:
    """What is due up to a day, sorted. ``later`` counts what is not due until after it.

    ``held`` is what would be due, if they had not asked for quiet without saying until when.
    ``talks`` are the conversations quoted, by id.
    """

    today: date
    until: date
    items: tuple[Due, ...]
    later: int
    held: tuple[Due, ...]
    talks: Mapping[str, Conversation]

    @property
    def overdue(self) -> tuple[Due, ...]:
        """What should have been done before today."""
        return tuple(each for each in self.items if each.on is not None and each.on < self.today)


def due(today: date, until: date | None = None) -> DueList:
    """Return what is due up to a day (a fortnight ahead), and what has no day and waits."""
    last = until if until is not None else today + AHEAD
    found, talks = everything_due(today)
    held = [each for each in found if each.held and each.on is None]
    rest = [each for each in found if each not in held]
    items = [each for each in rest if each.on is None or each.on <= last]
    quoted = {place.conversation for each in found for place in each.evidence}
    return DueList(
        today,
        last,
        tuple(sorted(items, key=order)),
        len(rest) - len(items),
        tuple(sorted(held, key=order)),
        {key: talk for key, talk in talks.items() if key in quoted},
    )


def everything_due(
    today: date, only: Collection[str] | None = None
) -> tuple[list[Due], dict[str, Conversation]]:
    """Return all that is open with anybody, sorted, and the talks looked at, by id.

    ``only`` are the ids of the people whose talks are looked at, where it is not everybody's.
    """
    everybody, talks = people_with_talks(today, only)
    found = [
        *(each for it in everybody for each in due_with(it, today)),
        *fits_due(queries.fit_decisions()),
        *_checkbacks(),
    ]
    return sorted(_once(found), key=order), talks


def dated() -> list[Due]:
    """Return what is due and has a day, sorted, without its words: no talk is opened for it.

    It rests on what is kept of who has something open (``theirside.app.waiting``).
    """
    waiting = queries.dated()
    known = queries.people_with_ids(sorted({each.person for each in waiting}))
    found = [
        Due(
            id=each.code,
            kind=DueKind(each.kind),
            person=each.person,
            subject=known[each.person].name,
            on=each.on,
            standing="",
            text="",
            why="",
            said=each.said,
        )
        for each in waiting
    ]
    beside = [*fits_due(queries.fit_decisions()), *_checkbacks()]
    every = [*found, *(each for each in beside if each.on is not None)]
    return sorted(_once(every), key=order)


def _once(found: Sequence[Due]) -> Iterator[Due]:
    """Yield each thing once: what we promised to several people at a time is one promise."""
    names: dict[str, Due] = {}
    others: dict[str, list[str]] = {}
    for each in found:
        if each.id in names:
            others[each.id].append(each.subject)
        else:
            names[each.id], others[each.id] = each, [each.subject]
    for each in names.values():
        subjects = list(dict.fromkeys(others[each.id]))
        yield each if len(subjects) == 1 else _of_several(each, subjects)


def _of_several(each: Due, subjects: Sequence[str]) -> Due:
    from dataclasses import replace

    return replace(each, subject=" and ".join((", ".join(subjects[:-1]), subjects[-1])))


def _checkbacks() -> Iterator[Due]:
    for each in queries.open_checkbacks():
        sent = each.made_at.date()
        yield Due(
            id=f"cb-{each.code}",
            kind=DueKind.CHECKBACK,
            person=each.person.id,
            subject=each.person.name,
            on=sent + ANSWER_WITHIN,
            standing="open",
            text=f"Check-back {each.code}: {each.open} of {each.of} statements without an answer",
            why=to_translate(
                "They have not said yet whether we understood them. Has it reached them?"
            ),
            said=sent,
        )


def people_with_talks(
    today: date, only: Collection[str] | None = None
) -> tuple[list[With], dict[str, Conversation]]:
    """Return everybody on their side with their talks and what these leave open.

    ``only`` are the ids of the people who are wanted, where it is not everybody.
    """
    from theirside.reader import read

    stored, people = queries.talks_and_people(today - LOOKED_AT, only)
    night = datetime.combine(today + timedelta(days=1), time.min, UTC)
    ready: list[Talk] = []
    for each in stored:
        for until_then in before([each.conversation], night):
            said = each.annotations if each.reader else read(until_then)
            ready.append(Talk.of(until_then, (*said, *each.withheld), people))
    by_person: dict[str, list[Talk]] = {}
    for talk in ready:
        for who in talk.present:
            by_person.setdefault(who, []).append(talk)
    by_hand = _by_hand()
    days = queries.days()
    made = [
        _with(person, people, by_person.get(person.id, []), by_hand, days)
        for person in people.persons
        if only is None or person.id in only
    ]
    return made, {talk.id: talk.conversation for talk in ready}


@dataclass(frozen=True, slots=True)
class _ByHand:
    marks: Mapping[str, Sequence[HandMark]]
    noted: Mapping[str, Sequence[Noted]]


def _by_hand() -> _ByHand:
    marks: dict[str, list[HandMark]] = {}
    for mark in queries.hand_marks():
        marks.setdefault(mark.quote.conversation, []).append(mark)
    noted: dict[str, list[Noted]] = {}
    for each in queries.noted():
        noted.setdefault(each.person, []).append(each)
    return _ByHand(marks, noted)


def _with(
    person: Person, people: People, talks: Sequence[Talk], by_hand: _ByHand, days: Days
) -> With:
    portrait = Portrait(person, people, talks, (), None)
    return With(
        person=person,
        talks=talks,
        promises=portrait.promises(),
        unanswered=portrait.unanswered(),
        marks=[mark for talk in talks for mark in by_hand.marks.get(talk.id, ())],
        noted=by_hand.noted.get(person.id, ()),
        days=days,
    )
