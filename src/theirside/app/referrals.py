"""Referrals of stored people, both ways, worked out anew; the command and the page both call this.

Found in the talks, typed into the ledger, and from the decisions on fits that say where somebody
was pointed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from theirside.app import queries
from theirside.app.ready import FEWEST_DIGITS, ready
from theirside.conversation import Conversation
from theirside.errors import AmbiguousError, NotFoundError
from theirside.serve.ledger.entry import Column, Entry
from theirside.serve.ledger.referral import US, Named, Referral
from theirside.serve.ledger.referrals import referrals_in
from theirside.understand.people import People
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class Referrals:
    """Referrals, the oldest first, and the conversations that their quotes point to."""

    found: tuple[Referral, ...]
    conversations: Mapping[str, Conversation]

    @property
    def received(self) -> tuple[Referral, ...]:
        """Those in which we were recommended."""
        return tuple(each for each in self.found if each.received)

    @property
    def given(self) -> tuple[Referral, ...]:
        """Those in which we recommended somebody."""
        return tuple(each for each in self.found if not each.received)

    @property
    def owed(self) -> tuple[Referral, ...]:
        """Those for which nobody thanked."""
        return tuple(each for each in self.found if each.owes_thanks)


def referrals(person: Person | None = None) -> Referrals:
    """Return all referrals, or those that a person is in.

    Others tell of it too: so all talks are looked at, some at a time, or all in which the person's
    name is said. The queries don't grow with people or referrals.
    """
    every = _all() if person is None else _around(person)
    found = [each for each in every if person is None or each.concerns(person.id)]
    quotes = [*(q for r in found for q in r.evidence), *(r.thanks for r in found if r.thanks)]
    talks = queries.talks_with_ids(sorted({each.conversation for each in quotes}))
    return Referrals(tuple(found), {each.conversation.id: each.conversation for each in talks})


def _all() -> list[Referral]:
    return _read(queries.talks_by_time(), queries.people_met())


def _around(person: Person) -> list[Referral]:
    """Return a person's referrals and perhaps more; our thanks are looked for where they belong."""
    people = queries.people_met()
    near = queries.talks_with_or_naming(person)
    found = [each for each in _read(near, people) if each.concerns(person.id)]
    others = {each.by.person for each in found if each.received} - {person.id, ""}
    if not others:
        return found
    there = {each.conversation.id for each in near}
    further = queries.talks_with_any(others)
    return _read([*near, *(t for t in further if t.conversation.id not in there)], people)


def _read(stored: Iterable[queries.Talk], people: People) -> list[Referral]:
    talks = (ready(each, people) for each in stored)
    known = list(_otherwise(people.by_id))
    return referrals_in(talks, people, queries.first_heard(), queries.ledger_marks(), known)


def find_referral(text: str) -> Referral:
    """Return the referral whose id begins so. Raises ``NotFoundError`` or ``AmbiguousError``."""
    wanted = text.strip().casefold()
    long_enough = len(wanted) >= FEWEST_DIGITS
    every = referrals().found if long_enough else ()
    fitting = [each for each in every if each.id and each.id.startswith(wanted)]
    if not fitting:
        raise NotFoundError(
            f"No referral {text!r}. Its number (at least four characters of it) stands at the end "
            "of each in `theirside referrals`"
        )
    if len(fitting) > 1:
        raise AmbiguousError(text, sorted(each.id for each in fitting))
    return fitting[0]


def _otherwise(known: Mapping[str, Person]) -> Iterator[Referral]:
    """Yield what was typed, and where decisions on fits pointed people."""
    for each in queries.ledger_typed():
        name = known[each.person].name if each.person in known else ""
        made = _typed(each, Named(name, each.person))
        if made is not None:
            yield made
    for decided in queries.fit_decisions():
        if decided.pointed_to and not known.keys().isdisjoint(decided.people):
            person = decided.people[0] if len(decided.people) == 1 else ""
            told, to = decided.because, Named(decided.subject, person)
            whom = Named(decided.pointed_to)
            yield Referral("", US, whom, to, told, decided.at.date(), typed=True)


def _typed(entry: Entry, them: Named) -> Referral | None:
    """Return a typed entry as a referral; None where it is none."""
    if entry.column is not Column.GIFT:
        return None
    other, own = Named(entry.named), (entry.kind, entry.by_us)
    if own == ("referral", False):
        by, whom, to = them, US, other
    elif own == ("referral", True):
        by, whom, to = US, them, other
    elif own == ("introduction", True) and entry.named:
        by, whom, to = US, other, them
    else:
        return None
    return Referral(entry.id, by, whom, to, entry.text, entry.on, thanked=entry.thanked, typed=True)
