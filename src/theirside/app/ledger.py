"""The ledger of stored people, worked out anew from their talks and what was typed in.

The command and the page both call this; it prints nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from theirside.app import queries, services
from theirside.app.ready import FEWEST_DIGITS
from theirside.app.referrals import referrals
from theirside.conversation import Conversation
from theirside.errors import AmbiguousError, NotFoundError
from theirside.serve.ledger.balance import Month, Standing, months, standing
from theirside.serve.ledger.entry import Entry
from theirside.serve.ledger.finding import Telling, entries_of
from theirside.serve.ledger.recommended import with_referrals
from theirside.understand.observations import person_mark
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class Ledger:
    """One person's entries, the oldest first, how they stand, and what was struck out of them.

    ``conversations`` are those that the quotes point to.
    """

    person: Person
    entries: tuple[Entry, ...]
    struck: tuple[Entry, ...]
    standing: Standing
    months: tuple[Month, ...]
    conversations: Mapping[str, Conversation]


@dataclass(frozen=True, slots=True)
class Stands:
    """How it stands with one person, for a list of everybody; ``last``: the newest entry's day."""

    person: Person
    entries: tuple[Entry, ...]
    standing: Standing
    last: date | None


def ledger_of(person: Person, *, most: int | None = None) -> Ledger:
    """Return one person's ledger.

    ``most`` is how many talks with others are looked through now, at most, for what these tell of
    the person; all where it is None.
    """
    talks = looked_through(queries.talks_with(person))
    marks = queries.ledger_marks(person)
    others = referrals(person, most=most)
    own = entries_of(talks, marks, only=person.id).get(person.id, [])
    entries = in_order(
        [*with_referrals(own, others.found, person.id), *queries.ledger_typed(person)]
    )
    struck = entries_of(talks, marks, only=person.id, struck=True).get(person.id, [])
    quoted = {place.conversation for each in (*entries, *struck) for place in each.evidence}
    return Ledger(
        person,
        tuple(entries),
        tuple(struck),
        standing(entries),
        tuple(months(entries)),
        {
            each.conversation.id: each.conversation
            for each in queries.talks_with_ids(sorted(quoted))
        },
    )


def ledgers() -> list[Stands]:
    """Return how it stands with everybody who has an entry, those asked most since a gift first.

    Every talk is looked through once and for all: the first time takes longest.
    """
    every = entries_of(looked_through(), queries.ledger_marks())
    told = [each for each in referrals().received if each.by.person]
    for person in {each.by.person for each in told}:
        every[person] = with_referrals(every.get(person, []), told, person)
    for typed in queries.ledger_typed():
        every.setdefault(typed.person, []).append(typed)
    known = queries.people_with_ids(list(every))
    ordered = {known[who]: in_order(found) for who, found in every.items() if who in known}
    found = [stands_of(person, entries) for person, entries in ordered.items()]
    return sorted(found, key=lambda each: (-len(each.standing.asks), each.person.name.casefold()))


def looked_through(talks: Collection[int] | None = None) -> list[Telling]:
    """Return what these talks give and ask, by primary key, or all; looks through what was not."""
    services.glean(queries.unlooked_through(talks))
    return queries.tellings(talks)


def stands_of(person: Person, entries: Sequence[Entry]) -> Stands:
    """Return how it stands with a person by their entries, the oldest first."""
    return Stands(person, tuple(entries), standing(entries), _last(entries))


def find_entry(text: str, *, struck: bool = False) -> Entry:
    """Return the entry whose id begins with ``text``; with ``struck`` one that was struck out.

    Raises ``NotFoundError`` or ``AmbiguousError``.
    """
    wanted = text.strip().casefold()
    found: dict[str, Entry] = {}
    if len(wanted) >= FEWEST_DIGITS:
        for summary in queries.people():
            if wanted[:3] == person_mark(summary.person.id):
                it = ledger_of(summary.person)
                found.update((each.id, each) for each in (it.struck if struck else it.entries))
        found.update((each.id, each) for each in ([] if struck else queries.ledger_typed()))
    fitting = {name: each for name, each in found.items() if name.startswith(wanted)}
    if not fitting:
        where = "theirside ledger PERSON --struck" if struck else "theirside ledger PERSON"
        raise NotFoundError(
            f"No entry {text!r}. Its number (at least four characters of it) stands at the end of "
            f"each entry in `{where}`"
        )
    if len(fitting) > 1:
        raise AmbiguousError(text, sorted(fitting))
    [entry] = fitting.values()
    return entry


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries, the oldest first; what has no day comes before all."""
    return sorted(entries, key=lambda each: each.on or date.min)


def _last(entries: Iterable[Entry]) -> date | None:
    return max((each.on for each in entries if each.on is not None), default=None)
