"""Times and dates as transcripts write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theirside.intake.clock import date_in, moment, seconds


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("0:12", 12), ("90:00", 5400), ("01:02:03", 3723), ("1:02:03.5", 3723.5), ("0:00,25", 0.25)],
)
def test_clock_times_are_seconds(clock: str, expected: float) -> None:
    assert seconds(clock) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("acdc-2026-02-05_174", "2026-02-05T00:00:00+00:00"),
        ("GMT20260205-140000_Recording", "2026-02-05T14:00:00+00:00"),
        ("Renewal-20260615_133555-Meeting Recording", "2026-06-15T13:35:55+00:00"),
        ("2026.02.05 at 14.30 call", "2026-02-05T14:30:00+00:00"),
        ("call 2026_02_05", "2026-02-05T00:00:00+00:00"),
        ("2026-02-31 call", None),
        ("call 120260205", None),
        ("v2026-2-5", None),
        ("2026-02.05", None),
    ],
)
def test_dates_in_file_names(name: str, expected: str | None) -> None:
    found = date_in(name)
    assert (found.isoformat() if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-17T14:03:12+01:00", "2026-02-17T14:03:12+01:00"),
        ("2026-02-17T14:03:12Z", "2026-02-17T14:03:12+00:00"),
        ("2026-02-17 14:03", "2026-02-17T14:03:00+00:00"),
        ("Mon, Jan 5, 2026 10:02AM", "2026-01-05T10:02:00+00:00"),
        ("15 June 2026, 03:35pm", "2026-06-15T15:35:00+00:00"),
        ("5. März 2026", "2026-03-05T00:00:00+00:00"),
        ("05/06/2026", None),  # day or month first? nobody knows
        ("June 2026", None),
        ("Kickoff with Larkspur", None),
        ("", None),
        ("x" * 100 + " 2026", None),
    ],
)
def test_moments_are_read_where_they_are_certain(text: str, expected: str | None) -> None:
    found = moment(text)
    assert (found.isoformat() if found else None) == expected


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=30), st.from_regex(r"[\w ,:./-]{0,12}20\d\d[\w ,:+-]{0,12}")))
def test_any_text_is_a_moment_or_none(text: str) -> None:
    for found in (moment(text), date_in(text)):
        assert found is None or found.tzinfo is not None
