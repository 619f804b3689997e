"""What was handed over in the web app: how far it has come, and whom it brought."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.store import explained
from theirside.errors import NotFoundError
from theirside.understand.understanding import Person

_FOLDERS = re.compile(r"^[^:]*/(?=[^/:]+: )")
"""Where a file lay on the machine that read it: of no use to whoever brought it."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Files on their way in. ``report`` is the number of the import's account, None before."""

    id: str
    member: int | None
    at: datetime
    state: str
    files: int
    size: int
    names: tuple[str, ...]
    progress: Mapping[str, object]
    stopping: bool
    error: str
    report: int | None


@dataclass(frozen=True, slots=True)
class Account:
    """One import as its page shows it; ``reasons`` are (why, how many, examples)."""

    number: int
    at: datetime
    sources: tuple[str, ...]
    kept: int
    skipped: int
    reasons: tuple[tuple[str, int, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    turns: int
    undone_at: datetime | None

    @property
    def names(self) -> tuple[str, ...]:
        """What was handed over, by the last part of each path."""
        return tuple(each.rstrip("/").rpartition("/")[2] or each for each in self.sources)

    @property
    def found(self) -> int:
        """How many items were seen."""
        return self.kept + self.skipped


@explained
def arrival(public: str) -> Arrival:
    """Return one's own arrival. Raises ``NotFoundError``."""
    row = models.Arrival.objects.filter(public=public).first()
    if row is None:
        raise NotFoundError("Nothing of yours was handed over under this address")
    return _arrival(row)


@explained
def arrivals_under_way() -> list[Arrival]:
    """Return what is not done: waiting, being read, stopped or failed; the newest first."""
    rows = models.Arrival.objects.exclude(state__in=("done", "open"))
    return [_arrival(row) for row in rows]


def _arrival(row: models.Arrival) -> Arrival:
    return Arrival(
        row.public,
        row.member_id,
        row.at,
        row.state,
        row.files,
        row.size,
        tuple(row.names),
        row.progress,
        row.stopping,
        row.error,
        row.report_id,
    )


@explained
def account(number: int) -> Account:
    """Return the account of one's own import. Raises ``NotFoundError``."""
    found = _accounts([number])
    if not found:
        raise NotFoundError(f"{number}: no such import of yours")
    return found[0]


@explained
def accounts(first: int = 0, count: int = 20) -> list[Account]:
    """Return the accounts of one's own imports, the newest first."""
    pks = models.Import.objects.values_list("pk", flat=True)[first : first + count]
    return _accounts(list(pks))


def _accounts(pks: list[int]) -> list[Account]:
    turns = dict(
        models.Brought.objects.filter(report__in=pks, turn__isnull=False)
        .values_list("report")
        .annotate(n=Count("pk"))
    )
    rows = models.Import.objects.filter(pk__in=pks)
    return [_account(row, turns.get(row.pk, 0)) for row in rows]


def _account(row: models.Import, turns: int) -> Account:
    items: dict[str, list[str]] = {}
    for item, reason in row.skipped:
        items.setdefault(reason, []).append(item.rpartition("/")[2])
    reasons = sorted(items.items(), key=lambda each: -len(each[1]))
    return Account(
        row.pk,
        row.at,
        tuple(row.sources),
        row.kept,
        len(row.skipped),
        tuple((reason, len(of), tuple(of[:3])) for reason, of in reasons),
        tuple(_FOLDERS.sub("", each) for each in row.notes),
        turns,
        row.undone_at,
    )


@explained
def people_brought(number: int, most: int = 12) -> list[tuple[Person, int]]:
    """Return who of their side speaks in what an import brought, and how often; most first."""
    spoke = models.Turn.objects.filter(
        brought__report=number, speaker__person__isnull=False
    ).values_list("speaker__person")
    counted = list(spoke.annotate(n=Count("pk")).order_by("-n", "speaker__person")[:most])
    persons = persons_of(models.Person.objects.filter(pk__in=[pk for pk, _ in counted]))
    return [(persons[pk], n) for pk, n in counted if pk in persons]
