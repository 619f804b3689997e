"""Times compared whatever zone they have."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from theirside.understand.moments import earliest, latest, seconds

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_time_without_a_zone_counts_as_utc_wherever_the_machine_stands() -> None:
    assert seconds(datetime(2026, 3, 1, 12)) == seconds(NOON)  # noqa: DTZ001 (that is the case)
    assert seconds(None) == 0.0


def test_the_earliest_and_latest_are_found_among_known_times() -> None:
    oslo = datetime(2026, 3, 1, 12, 30, tzinfo=timezone(timedelta(hours=1)))

    assert earliest([NOON, None, oslo]) is oslo
    assert latest([oslo, None, NOON]) is NOON
    assert earliest([None]) is latest([]) is None
