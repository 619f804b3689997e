"""The day that a promise names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.reader.due import due

WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("today", "2026-03-04"),
        ("by the end of the day", "2026-03-04"),
        ("tonight", "2026-03-04"),
        ("tomorrow morning", "2026-03-05"),
        ("the day after tomorrow", "2026-03-06"),
        ("by Friday", "2026-03-06"),
        ("on Wednesday", "2026-03-11"),
        ("this Wednesday", "2026-03-04"),
        ("first thing Monday", "2026-03-09"),
        ("next Tuesday", "2026-03-10"),
        ("next Friday", "2026-03-13"),
        ("Monday week", "2026-03-16"),
        ("a week from Friday", "2026-03-13"),
        ("over the weekend", "2026-03-08"),
        ("this week", "2026-03-06"),
        ("next week", "2026-03-13"),
        ("by the end of next week", "2026-03-13"),
        ("by EOW", "2026-03-06"),
        ("by the end of the month", "2026-03-31"),
        ("by month-end", "2026-03-31"),
        ("next month", "2026-04-30"),
        ("by the end of the quarter", "2026-03-31"),
        ("next quarter", "2026-06-30"),
        ("by the end of the year", "2026-12-31"),
        ("in two weeks", "2026-03-18"),
        ("in a fortnight", "2026-03-18"),
        ("within 48 hours", "2026-03-06"),
        ("within 2 hours", "2026-03-04"),
        ("in a couple of days", "2026-03-06"),
        ("in three months", "2026-06-04"),
        ("ten days from now", "2026-03-14"),
        ("on the 14th", "2026-03-14"),
        ("by the 2nd", "2026-04-02"),
        ("on the 31st", "2026-03-31"),
        ("on Friday the 13th", "2026-03-13"),
        ("on 14 March", "2026-03-14"),
        ("by the 3rd of March", "2027-03-03"),
        ("by March 20, 2027", "2027-03-20"),
        ("on 2026-04-01", "2026-04-01"),
        ("in May", "2026-05-31"),
        ("by May", "2026-05-01"),
        ("by March", "2027-03-01"),
        ("in mid-April", "2026-04-15"),
        ("by the end of January", "2027-01-31"),
        ("before Christmas", "2026-12-24"),
        ("before Easter", "2026-04-04"),
        ("before New Year", "2026-12-31"),
        ("with the notes from Monday by Thursday", "2026-03-05"),
    ],
)
def test_resolves(words: str, expected: str) -> None:
    assert due(f"I will send it {words}.", 0, WEDNESDAY) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "in a few days",
        "on 3/4",
        "after Easter",
        "once you are back on Monday",
        "when Tuesday's crates are here",
        "as soon as I can",
        "on the 31st of February",
        "early next month",
        "on the 5th floor",
        "if I may",
        "with Monday's notes",
    ],
)
def test_better_unknown_than_wrong(words: str) -> None:
    assert due(f"I will send it {words}.", 0, WEDNESDAY) is None


def test_a_time_phrase_before_the_promise_counts() -> None:
    text = "By the 14th I will have an answer."
    assert due(text, text.index("I will"), WEDNESDAY) == date(2026, 3, 14)


def test_a_time_of_something_else_before_the_promise_does_not() -> None:
    text = "On Monday we spoke, and I will send it."
    assert due(text, text.index("I will"), WEDNESDAY) is None


def test_the_last_day_of_a_leap_february() -> None:
    assert due("I will do it in February.", 0, date(2028, 1, 10)) == date(2028, 2, 29)


@given(
    st.text(alphabet="0123456789 thendofweekmonthfridaybyinmarch/-.", max_size=60),
    st.dates(min_value=date(1990, 1, 1), max_value=date(9999, 12, 31)),
)
def test_never_fails(text: str, at: date) -> None:
    found = due(text, 0, at)
    assert found is None or isinstance(found, date)
