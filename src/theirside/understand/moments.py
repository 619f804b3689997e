"""Times compared, though some sources give a zone and others don't."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime


def seconds(at: datetime | None) -> float:
    """Return a time as seconds since 1970 (0 where unknown); without a zone it counts as UTC.

    Never by the machine's own zone: the same conversations give the same everywhere.
    """
    if at is None:
        return 0.0
    return (at if at.tzinfo is not None else at.replace(tzinfo=UTC)).timestamp()


def earliest(times: Iterable[datetime | None]) -> datetime | None:
    """Return the earliest known time."""
    return min((at for at in times if at is not None), key=seconds, default=None)


def latest(times: Iterable[datetime | None]) -> datetime | None:
    """Return the latest known time."""
    return max((at for at in times if at is not None), key=seconds, default=None)
