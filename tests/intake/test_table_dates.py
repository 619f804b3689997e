"""Dates as tables have them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.table_dates import date, numbers
from theirside.intake.whatsapp_dates import DateOrder


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-14T10:05:00Z",
        "2025-01-14 10:05:00 UTC",
        "2025-01-14 10:05",
        "2025-01-14 11:05:00 +0100",
        "2025-01-14T11:05:00.000+01:00",
        "1736849100",
        "1736849100000",
        "Tue, 14 Jan 2025 11:05:00 +0100",
        "14 Jan 2025 10:05:00",
        "Jan 14, 2025 10:05 AM",
        "14/01/2025 10:05",
        "14.01.2025, 10:05",
        "14/1/25 10:05 AM",
        " 2025/01/14 10:05:00 ",
    ],
)
def test_one_moment_in_many_forms(text: str) -> None:
    assert date(text, DateOrder.DAY_MONTH) == datetime(2025, 1, 14, 10, 5, tzinfo=UTC)


def test_day_and_month_are_read_as_the_file_does() -> None:
    assert date("01/02/2025", DateOrder.DAY_MONTH) == datetime(2025, 2, 1, tzinfo=UTC)
    assert date("01/02/2025", DateOrder.MONTH_DAY) == datetime(2025, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "10", "31/31/2025", "2025-13-01", "99999999999999"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert date(text, DateOrder.DAY_MONTH) is None


@given(st.text(max_size=30) | st.from_regex(r"[\d/.: -]{5,20}", fullmatch=True))
def test_no_text_is_too_odd(text: str) -> None:
    numbers(text)
    found = date(text, DateOrder.MONTH_DAY)
    assert found is None or found.tzinfo is not None
