"""The figures that the evaluations print, on numbers that can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.scores import (
    best_shared_threshold,
    calibration_error,
    counts,
    interval,
    kappa,
    macro_f1,
    most_expected,
    reliability,
    wilson,
)


def test_precision_recall_and_f1() -> None:
    fired = np.array([[1, 0], [1, 0], [0, 0], [0, 0]])
    holds = np.array([[1, 0], [0, 0], [1, 0], [1, 1]])
    made = counts(fired, holds)
    assert made.precision().tolist() == [0.5, 0.0]
    assert made.recall().tolist() == pytest.approx([1 / 3, 0.0])
    assert made.f1().tolist() == pytest.approx([0.4, 0.0])
    assert macro_f1(fired, holds) == pytest.approx(0.2)


def test_kappa_is_one_where_both_agree_and_nought_where_chance_would_agree_as_often() -> None:
    first = np.array([1, 1, 0, 0])
    assert kappa(first, first) == pytest.approx(1.0)
    assert kappa(first, 1 - first) == pytest.approx(-1.0)
    assert kappa(first, np.array([1, 0, 1, 0])) == pytest.approx(0.0)


def test_kappa_by_hand() -> None:
    # 20 yes of both, 15 no of both, 5 and 10 apart: the textbook's .4.
    first = np.array([1] * 25 + [0] * 25)
    second = np.array([1] * 20 + [0] * 5 + [1] * 10 + [0] * 15)
    assert kappa(first, second) == pytest.approx(0.4)


def test_kappa_says_nothing_of_what_neither_saw() -> None:
    assert kappa(np.zeros(5), np.zeros(5)) is None
    assert kappa(np.zeros(0), np.zeros(0)) is None


def test_bins_tell_what_was_said_and_what_was_so() -> None:
    low, high = reliability(np.array([0.1, 0.12, 0.9, 1.0]), np.array([0, 1, 1, 1]))
    assert (low.size, low.was, high.size, high.was) == (2, 0.5, 2, 1.0)
    assert [low.said, high.said] == pytest.approx([0.11, 0.95])
    error = calibration_error(np.array([0.1, 0.12, 0.9, 1.0]), np.array([0, 1, 1, 1]))
    assert error == pytest.approx((0.39 * 2 + 0.05 * 2) / 4)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_sentence_is_in_one_bin(said: list[tuple[float, bool]]) -> None:
    chances, holds = np.array([each for each, _ in said]), np.array([each for _, each in said])
    found = reliability(chances, holds)
    assert sum(each.size for each in found) == len(said)
    assert all(0 <= each.said <= 1 and 0 <= each.was <= 1 for each in found)
    assert 0 <= calibration_error(chances, holds) <= 1


@given(st.integers(0, 50), st.integers(0, 50))
def test_the_interval_of_a_share_holds_it(right: int, wrong: int) -> None:
    low, high = wilson(right, right + wrong)
    share = right / (right + wrong) if right + wrong else 0.5
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1


def test_the_resampled_interval_is_the_same_each_time() -> None:
    values = np.arange(100) / 100
    found = interval(lambda rows: float(values[rows].mean()), 100)
    assert found == interval(lambda rows: float(values[rows].mean()), 100)
    assert found[0] < values.mean() < found[1]


def test_the_shared_threshold_parts_best() -> None:
    chances = np.array([[0.2], [0.3], [0.6], [0.7]])
    assert 0.3 < best_shared_threshold(chances, np.array([[0], [0], [1], [1]])) <= 0.6


def test_a_label_fires_from_the_chance_that_promises_the_best_f1() -> None:
    """By hand: .9 alone promises 1.8/2.6, with .6 it is 3/3.6, with all three 3.2/4.6."""
    chances = np.array([[0.9, 0.2], [0.1, 0.1], [0.6, 0.1]])
    assert most_expected(chances).tolist() == [0.6, 0.2]
