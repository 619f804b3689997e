"""What is shared with the team, read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from theirside.app import models
from theirside.app.queries.people import row_of
from theirside.app.queries.talks import talks_with
from theirside.app.rows import time_of
from theirside.app.store import explained
from theirside.evidence import Quote
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class SharedBy:
    """That one of us shared a moment; ``code`` is its id, ``month`` when the team looked at it."""

    code: str
    kind: str
    seller: str
    named: bool
    month: date | None
    at: datetime
    evidence: tuple[Quote, ...]


@explained
def shared_moments() -> list[SharedBy]:
    """Return what is shared, in the order in which it was."""
    return [_shared(row) for row in models.SharedMoment.objects.order_by("pk")]


@explained
def shared_of(person: Person) -> list[SharedBy]:
    """Return what is shared of a person's talks. Raises ``NotFoundError``."""
    row_of(person)
    rows = models.SharedMoment.objects.filter(
        quotes__turn__conversation__in=talks_with(person)
    ).distinct()
    return [_shared(row) for row in rows.order_by("pk")]


@explained
def shared_in(conversation: str) -> dict[str, frozenset[str]]:
    """Return who of us shared which moments of a conversation, by the moment's id; one query."""
    rows = models.SharedMoment.objects.filter(quotes__turn__conversation__key=conversation)
    found: dict[str, set[str]] = {}
    for code, seller in rows.values_list("code", "seller").distinct():
        found.setdefault(code, set()).add(seller)
    return {code: frozenset(sellers) for code, sellers in found.items()}


@explained
def team_experiments() -> dict[date, str]:
    """Return the ids of the experiments that the team took up, by the first day of the month."""
    rows = models.TeamExperiment.objects.order_by("month").values_list("month", "experiment")
    return {_day(month): experiment for month, experiment in rows}


def _shared(row: models.SharedMoment) -> SharedBy:
    quotes = row.quotes.select_related("turn__conversation").order_by("pk")
    return SharedBy(
        row.code,
        row.kind,
        row.seller,
        row.named,
        _day(row.month) if row.month else None,
        time_of(row.at, 0) or row.at,
        tuple(
            Quote(
                each.turn.conversation.key,
                each.turn.place,
                each.start,
                each.end,
                each.turn.text[each.start : each.end],
            )
            for each in quotes
        ),
    )


def _day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")
