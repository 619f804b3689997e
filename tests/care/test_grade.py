"""Syllables counted and grades worked out by hand."""

from __future__ import annotations

import pytest

from theirside.care.grade import grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("table", 2), ("made", 1), ("walked", 1), ("wanted", 2), ("reading", 2),
        ("houses", 2), ("simple", 2), ("the", 1), ("company", 3), ("don’t", 1), ("people", 2),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_grade_is_that_of_the_formula() -> None:
    # 6 words, 6 syllables, 1 sentence: 0.39 * 6 + 11.8 * 1 - 15.59
    assert grade(["The cat sat on the mat."]) == pytest.approx(-1.45)
    # 4 words, 9 syllables (com-pa-ny wan-ted sim-ple ta-bles), 1 sentence
    assert grade(["Company wanted simple tables."]) == pytest.approx(
        0.39 * 4 + 11.8 * 9 / 4 - 15.59
    )


def test_nothing_to_read_has_grade_nought() -> None:
    assert grade(["123", "…"]) == 0
