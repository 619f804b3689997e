"""How it stands with everybody a page at a time, so that it is quick however many there are."""

from __future__ import annotations

from dataclasses import dataclass

from theirside.app import queries
from theirside.app.ledger import Stands, in_order, looked_through, stands_of
from theirside.serve.ledger.finding import entries_of

SHOWN = 20
"""People on a page."""


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """How it stands with some people; ``page`` counts from 1."""

    stands: tuple[Stands, ...]
    page: int
    pages: int


def ledger_page(page: int = 1, size: int = SHOWN) -> LedgerPage:
    """Return how it stands with some of the people, those heard last first; also without entries.

    Only the talks of those on the page are looked through, each once and for all, so that it is
    quick however many people there are. What others told of somebody (a recommendation) is in
    ``ledger_of`` and ``ledgers`` only. A page beyond the last is the last.
    """
    listed = queries.ledger_people(page, size)
    persons = [each.summary.person for each in listed.people]
    talks = queries.talks_with_any_of(each.id for each in persons)
    every = entries_of(looked_through(talks), queries.ledger_marks(talks=talks))
    for typed in queries.ledger_typed(*persons):
        every.setdefault(typed.person, []).append(typed)
    stands = [stands_of(each, in_order(every.get(each.id, ()))) for each in persons]
    return LedgerPage(tuple(stands), listed.page, listed.pages)
