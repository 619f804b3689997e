"""The workspace: who we are, and the account of every import."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from theirside.app import models
from theirside.app.rows import storable
from theirside.app.services.forgotten import silenced
from theirside.app.store import writing
from theirside.intake.report import Report
from theirside.intake.us import Us


def initialise(us: Us) -> None:
    """Say who we are, in place of whatever was said before."""
    with writing():
        _write(workspace_row(), us)


def add_us(us: Us) -> None:
    """Add domains, addresses and names to ours."""
    with writing():
        row = workspace_row()
        both = Us(
            us.domains.union(row.domains),
            us.addresses.union(row.addresses),
            us.names.union(row.names),
        )
        _write(row, both)


def remove_us(us: Us) -> None:
    """Take domains, addresses and names out of ours; what is not there is left as it is."""
    with writing():
        row = workspace_row()
        left = Us(
            frozenset(row.domains) - us.domains,
            frozenset(row.addresses) - us.addresses,
            frozenset(row.names) - us.names,
        )
        _write(row, left)


def workspace_row() -> models.Workspace:
    """Return the workspace's one row, made on first use; only within ``writing()``."""
    row, _ = models.Workspace.objects.get_or_create(pk=1)
    return row


def _write(row: models.Workspace, us: Us) -> None:
    row.domains, row.addresses = sorted(us.domains), sorted(us.addresses)
    row.names = sorted(us.names)
    row.save()


def begin_import(sources: Sequence[str], member: int | None = None) -> int:
    """Open the account of an import; return its primary key, to note what it brings."""
    with writing():
        named = [storable(source) for source in silenced(sources)]
        row = models.Import.objects.create(at=timezone.now(), sources=named, member_id=member)
    return row.pk


def record_import(sources: Sequence[str], report: Report, into: int | None = None) -> None:
    """Remember an import's report: what was found, kept and skipped, and why.

    ``into`` is the account that ``begin_import`` opened; without it, one is opened.
    """
    with writing():
        into = begin_import(sources) if into is None else into
        # A file may be named after somebody who was forgotten.
        named = silenced([*report.notes, *(each.item for each in report.skipped)])
        notes, items = named[: len(report.notes)], named[len(report.notes) :]
        models.Import.objects.filter(pk=into).update(
            kept=report.kept,
            skipped=[
                [storable(item), storable(each.reason)]
                for item, each in zip(items, report.skipped, strict=True)
            ],
            formats=dict(report.kept_by_format),
            notes=[storable(note) for note in notes],
        )
