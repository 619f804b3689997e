"""First lines: plain, dated in words, without flattery, asking nothing."""

from __future__ import annotations

from datetime import date

import pytest

from theirside.care.review import review
from theirside.care.review.finding import Level
from theirside.serve.in_mind.opening import opening, openings
from theirside.understand.facet import facets

TODAY = date(2026, 3, 20)
NO_REASONS = {"decider", "process", "criterion", "taste", "irritant", "feeling", "belief"}


def test_what_they_feel_or_judge_us_by_is_no_reason_to_give_anything() -> None:
    assert set(openings()) == set(facets()) - NO_REASONS


@pytest.mark.parametrize(
    ("said", "when"),
    [
        (date(2026, 3, 2), "The other day"),
        (date(2026, 1, 31), "In January"),
        (date(2025, 11, 4), "In November last year"),
        (date(2025, 3, 4), "A while ago"),
        (date(2026, 4, 1), "A while ago"),
        (None, "A while ago"),
    ],
)
def test_when_it_was_said_is_told_in_words(said: date | None, when: str) -> None:
    line = opening("interest", "Old boats.", "I love my boat.", said, TODAY)
    assert line.startswith(f"{when} you said: “I love my boat”.")
    assert "“Old boats”" in line


def test_where_it_hurts_their_words_are_not_held_up_to_them() -> None:
    for facet in ("pain", "stake", "risk", "constraint", "habit"):
        assert "my own fault" not in opening(facet, "Bees", "It was my own fault.", None, TODAY)


def test_long_words_are_cut() -> None:
    line = opening("goal", "Bees", " ".join(["word"] * 40), None, TODAY)
    assert line.count("word") == 18


@pytest.mark.parametrize("facet", sorted(openings()))
def test_no_first_line_presses_flatters_or_asks(facet: str) -> None:
    line = opening(facet, "Bees in the north", "I keep bees in the garden.", None, TODAY)
    assert "?" not in line
    assert "!" not in line
    found = review(f"Dear Dana,\n\n{line}\n\nAll the best\nNora")
    worse = [each.rule for each in found if each.level is not Level.PRAISE]
    assert not {rule.partition(".")[0] for rule in worse} & {"pressure", "gift", "closing"}
