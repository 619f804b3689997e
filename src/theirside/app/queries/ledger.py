"""The ledger's own rows read back: what was typed in, and what was said of what was found."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Min
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.queries.talks import talks_with
from theirside.app.store import explained
from theirside.evidence import Quote
from theirside.serve.ledger.entry import Column, Entry, Mark
from theirside.understand.understanding import Person


@explained
def ledger_typed(*people: Person) -> list[Entry]:
    """Return what was typed into the ledger, the oldest first: all of it, or these people's."""
    rows = models.LedgerEntry.objects.select_related("person").order_by("on", "pk")
    if people:
        rows = rows.filter(person__public__in=[each.id for each in people])
    return [typed_of(row) for row in rows]


@explained
def ledger_marks(person: Person | None = None, talks: Collection[int] | None = None) -> list[Mark]:
    """Return what was said of found entries: everywhere, in some talks, or in one person's."""
    rows = models.LedgerMark.objects.select_related("turn__conversation").order_by("pk")
    if talks is not None:
        rows = rows.filter(turn__conversation__in=talks)
    if person is not None:
        rows = rows.filter(turn__conversation__in=talks_with(person))
    return [_mark(row) for row in rows]


@explained
def first_heard(people: Collection[int]) -> dict[str, date]:
    """Return the day of the first turn that we have of each of these people, by id."""
    rows = models.Turn.objects.filter(speaker__person__in=people)
    found = rows.values_list("speaker__person__public").annotate(
        first=Min(Coalesce("at", "conversation__started_at"))
    )
    return {person: first.date() for person, first in found.order_by() if first is not None}


def typed_of(row: models.LedgerEntry) -> Entry:
    """Return a typed entry; its person must have been fetched with it."""
    return Entry(
        id=row.code,
        person=row.person.public,
        column=Column(row.column),
        kind=row.kind,
        by_us=row.by_us,
        text=row.text,
        on=row.on,
        typed=True,
        weight=row.weight,
        named=row.named,
        thanked=row.thanked,
    )


def _mark(row: models.LedgerMark) -> Mark:
    turn = row.turn
    quote = Quote(
        turn.conversation.key, turn.place, row.start, row.end, turn.text[row.start : row.end]
    )
    return Mark(row.subject, quote, row.struck, row.kind, row.weight, row.thanked)
