"""Which import is being kept: what is laid down meanwhile is noted as brought by it.

So an import can be undone exactly. Outside an import nothing is noted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from theirside.app import models

_import: ContextVar[int | None] = ContextVar("import", default=None)


@contextmanager
def bringing(report: int) -> Iterator[None]:
    """Note what is kept within the block as brought by this import (its primary key)."""
    token = _import.set(report)
    try:
        yield
    finally:
        _import.reset(token)


def note_turns(turns: Iterable[models.Turn]) -> None:
    """Note new turns."""
    report = _import.get()
    if report is not None:
        models.Brought.objects.bulk_create(
            models.Brought(report_id=report, turn=turn) for turn in turns
        )


def note_person(person: models.Person) -> None:
    """Note somebody who was not known before."""
    report = _import.get()
    if report is not None:
        models.Brought.objects.create(report_id=report, person=person)
