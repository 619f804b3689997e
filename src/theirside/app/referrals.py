"""Referrals of stored people, both ways; the command and the page both call this.

Found in the talks, typed into the ledger, and from the decisions on fits that say where somebody
was pointed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from theirside.app import queries, services
from theirside.app.ready import FEWEST_DIGITS
from theirside.conversation import Conversation
from theirside.errors import AmbiguousError, NotFoundError
from theirside.serve.ledger.entry import Column, Entry
from theirside.serve.ledger.referral import US, Named, Referral
from theirside.serve.ledger.referrals import TOGETHER, names_in, names_of, referrals_of
from theirside.understand.people import People
from theirside.understand.understanding import Person

SHOWN = 40
"""Turns that tell of a recommendation, on a page."""
AT_ONCE = 25
"""Talks that are looked through while somebody waits for the page."""
_NEAR = timedelta(days=TOGETHER + 2)
"""Tellings further apart than that are of two referrals, wherever on earth they were told."""
_Telling = tuple[date | None, int | str]
"""When it was told, and where: a turn's primary key, or by what one is known that no talk tells."""


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


@dataclass(frozen=True, slots=True)
class ReferralsPage:
    """Some of the referrals, the newest on the first page; ``page`` counts from 1.

    ``left`` is how many talks are still to be looked through.
    """

    them: Referrals
    page: int
    pages: int
    left: int


def referrals(person: Person | None = None, *, most: int | None = None) -> Referrals:
    """Return all referrals, or those that a person is in.

    Others tell of it too: so it is also looked where the person's name is said. Every talk is
    looked through once and for all, with ``most`` at most so many now: the first time takes
    longest.
    """
    if queries.left_to_look_through() or most is None:
        services.glean(queries.unlooked_through(most=most))
    if person is None:
        return _with_talks(_read([turn for turn, _ in queries.referring()]))
    names = {name.split()[0] for name in person.names if "@" not in name and name.split()}
    naming = [word for word in names if len(word) > 1]
    turns = queries.referring(queries.talks_with(person), naming)
    found = _read([turn for turn, _ in turns])
    return _with_talks([each for each in found if each.concerns(person.id)])


def referrals_page(page: int = 1, size: int = SHOWN) -> ReferralsPage:
    """Return the referrals that were told on some of the turns that tell of any, the newest first.

    What two people told within ``TOGETHER`` days of one another is one, and on the page of
    whoever told it first. A page beyond the last is the last.
    """
    if queries.left_to_look_through():
        services.glean(queries.unlooked_through(most=AT_ONCE))
    known = {_place(each): each for each in _otherwise()}
    told: list[_Telling] = [(day, turn) for turn, day in queries.referring()]
    told += [(each.on, place) for place, each in known.items()]
    told.sort(key=lambda each: each[0] or date.min, reverse=True)
    pages = max(1, -(-len(told) // size))
    page = min(max(1, page), pages)
    kept = _told_first(told[(page - 1) * size : page * size], told, known)
    return ReferralsPage(_with_talks(kept), page, pages, queries.left_to_look_through())


def _told_first(
    here: Sequence[_Telling], told: Sequence[_Telling], known: Mapping[str, Referral]
) -> list[Referral]:
    """Return the referrals that are told first by one of the tellings that are here.

    ``told`` are all tellings, ``known`` those that no talk tells. Who told of the same people
    before may have told it first, and somebody else before them: so it is looked back until nobody
    has for longer than two tellings are joined.
    """
    shown = {place for _, place in here}
    days = [day for day, _ in here if day is not None]
    since, until = (min(days) - _NEAR, max(days) + _NEAR) if days else (None, None)
    while True:
        found = _read(
            [
                place
                for day, place in told
                if isinstance(place, int)
                and (place in shown or (day and since and until and since <= day <= until))
            ]
        )
        own = queries.turns_at(quote for each in found for quote in each.evidence)
        turns = [[own.get((q.conversation, q.turn)) for q in each.evidence] for each in found]
        names = {names_of(known[place]) for place in shown if isinstance(place, str)}
        names |= {names_of(r) for r, of in zip(found, turns, strict=True) if shown & {*of}}
        names = {each for each in names if all(name for _, name in each)}  # others join nothing
        alike = [each.on for each in found if each.on and names_of(each) in names]
        before = [on for on in alike if since is not None and since <= on < since + _NEAR]
        if not before:
            break
        since = min(before) - _NEAR
    return [
        each
        for each, of in zip(found, turns, strict=True)
        if (of[0] if of else _place(each)) in shown
    ]


def _place(each: Referral) -> str:
    """Return by what a referral that no talk tells of is known."""
    return f"{each.id}|{each.on}|{each.text}|{names_of(each)}"


def _with_talks(found: Sequence[Referral]) -> Referrals:
    quotes = [*(q for r in found for q in r.evidence), *(r.thanks for r in found if r.thanks)]
    talks = queries.talks_with_ids(sorted({each.conversation for each in quotes}))
    return Referrals(tuple(found), {each.conversation.id: each.conversation for each in talks})


def _read(turns: Collection[int]) -> list[Referral]:
    """Return what these turns tell, and what is known otherwise, each with our thanks for it."""
    said, there = queries.said_in(turns)
    named = queries.people_named({name for each in said for name in names_in(each)})
    known = {**there, **named}
    by_id = {each.id: each for each in known.values()}
    people = People(tuple(known.values()), by_id=by_id)
    since, marks = queries.first_heard(list(there)), queries.ledger_marks()
    typed = list(_otherwise())
    found = referrals_of(said, people, since, marks, typed)
    makers = {each.by.person for each in found if each.received} - {""}
    if not makers:
        return found
    thanks, _ = queries.said_in(queries.thanking(makers), queries.THANKS)
    in_time = sorted([*said, *thanks], key=lambda each: each.on or date.min)
    return referrals_of(in_time, people, since, marks, typed)


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


def _otherwise() -> Iterator[Referral]:
    """Yield what was typed, and where decisions on fits pointed people."""
    typed, decisions = queries.ledger_typed(), queries.fit_decisions()
    ids = {each.person for each in typed}.union(*(each.people for each in decisions))
    known = queries.people_with_ids(sorted(ids))
    for each in typed:
        name = known[each.person].name if each.person in known else ""
        made = _typed(each, Named(name, each.person))
        if made is not None:
            yield made
    for decided in decisions:
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
