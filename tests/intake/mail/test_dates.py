"""Dates as mails have them become aware times, or none at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.mail.dates import parse_date, parse_from_line, parse_received


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Mon, 4 Mar 2024 09:00:00 +0100", "2024-03-04T09:00:00+01:00"),
        ("4 Mar 24 09:00 EST", "2024-03-04T09:00:00-05:00"),
        ("Thu Nov  1 11:19:12 2001", "2001-11-01T11:19:12+00:00"),
        ("Mon, 4 Mar 2024 09:00:00 -0000", "2024-03-04T09:00:00+00:00"),
        ("Mon, 4 Mar 2024 09:00:00 +0100 (CET)", "2024-03-04T09:00:00+01:00"),
        ("Mon, 4 Mar 2024 09:00:00 +9999", "2024-03-04T09:00:00+00:00"),
        ("2024-03-04T09:00:00Z", "2024-03-04T09:00:00+00:00"),
        ("2024-03-04 09:00:00 +02:00", "2024-03-04T09:00:00+02:00"),
    ],
)
def test_times_are_read(value: str, expected: str) -> None:
    moment = parse_date(value)
    assert moment is not None
    assert moment.isoformat() == expected


@pytest.mark.parametrize(
    "value", ["", "yesterday", "Mon, 99 Mar 2024 09:00:00 +0100", "Thu, 1 Jan 1970 00:00:00 +0000"]
)
def test_what_is_no_likely_time_is_none(value: str) -> None:
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("From jill at pool.example  Thu Nov  1 11:19:12 2001", "2001-11-01T11:19:12+00:00"),
        ("From MAILER-DAEMON Sat Aug 28 14:17:14 EST 2021", "2021-08-28T14:17:14-05:00"),
        ("From 15@xxx Mon Apr 01 04:22:23 +0200 2019", "2019-04-01T04:22:23+02:00"),
    ],
)
def test_an_mbox_separator_tells_the_time(line: str, expected: str) -> None:
    moment = parse_from_line(line)
    assert moment is not None
    assert moment.isoformat() == expected


def test_a_received_field_tells_the_time_at_its_end() -> None:
    moment = parse_received("from a by b; with c; Mon, 4 Mar 2024 09:00:05 +0000")
    assert moment is not None
    assert moment.isoformat() == "2024-03-04T09:00:05+00:00"
    assert parse_from_line("From nobody") is None


@given(st.text(max_size=60))
def test_nothing_raises_and_every_time_has_its_zone(value: str) -> None:
    for read in (parse_date, parse_from_line, parse_received):
        moment = read(value)
        assert moment is None or moment.tzinfo is not None
