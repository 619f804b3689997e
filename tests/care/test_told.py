"""Figures in words: hand-written."""

from __future__ import annotations

import pytest

from theirside.care.definition import Range
from theirside.care.figure import Figure
from theirside.care.told import counts, interval, range_line, shown


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.434, "share", "43%"),
        (1.26, "ratio", "1.3"),
        (0.84, "seconds", "0.8 s"),
        (123.4, "words", "123"),
        (1234.0, "per hour", "1,234/h"),
    ],
)
def test_a_value_is_told_with_its_unit(value: float, unit: str, words: str) -> None:
    assert shown(value, unit) == words


def test_an_interval_says_the_unit_once_and_is_empty_where_there_is_none() -> None:
    assert interval(Figure("talk_share", 0.4, "share", 4, 10, 0.25, 0.53)) == "25–53%"
    assert interval(Figure("patience", 0.8, "seconds", 3, 3, 0.7, 0.9)) == "0.7–0.9"
    assert interval(Figure("longest_ours", 90, "words", 1, 1)) == ""


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("open_questions", 0.6, "share", 3, 5), "3 of 5 questions"),
        (Figure("longest_ours", 123, "words", 1, 38), "of 38 stretches"),
        (Figure("longest_ours", 8, "words", 1, 1), "of 1 stretch"),
        (Figure("questions", 60, "per hour", 1, 0.25), "1 question in 15 min"),
        (Figure("questions", 10, "per hour", 25, 2.5), "25 questions in 2.5 h"),
    ],
)
def test_what_was_counted_is_told(figure: Figure, words: str) -> None:
    assert counts(figure) == words


def test_a_published_range_says_who_and_how_good() -> None:
    said = range_line(Range("43 % in calls that convert", "A vendor", "vendor", "its own calls"))

    assert said == "A vendor: 43 % in calls that convert (a vendor's observation: its own calls)"
