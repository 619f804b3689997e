"""Correlations worked out by hand; intervals and probabilities where they are plain."""

from __future__ import annotations

import numpy as np
import pytest

from evals.associations import association, holm, ranks

APART = [str(number) for number in range(40)]


def of(*values: float) -> np.ndarray:
    return np.array(values, dtype=float)


def test_ranks_of_the_same_value_are_the_middle_of_theirs() -> None:
    """10 is first, the two 20 share second and third, 30 is fourth."""
    once = np.ones((1, 4))
    assert ranks(of(20, 10, 20, 30), once).tolist() == [[2.5, 1.0, 2.5, 4.0]]


def test_a_talk_drawn_twice_takes_two_ranks_and_one_not_drawn_none() -> None:
    """10 twice: ranks 1 and 2, middle 1.5; 20 not at all; 30 once: rank 3."""
    drawn = ranks(of(10, 20, 30), np.array([[2.0, 0.0, 1.0]]))
    assert drawn[0, 0] == 1.5
    assert drawn[0, 2] == 3.0


def test_the_rank_correlation_is_spearmans() -> None:
    """Ranks 1 2 3 4 5 and 2 1 4 3 5: squared distances 1+1+1+1+0 = 4; 1 - 6*4/(5*24) = 0.8."""
    found = association(of(1, 2, 3, 4, 5), of(20, 10, 40, 30, 500), APART[:5])
    assert found is not None
    assert found.value == pytest.approx(0.8)
    assert found.size == 5


def test_with_yes_or_no_it_is_the_correlation_of_ranks_with_it() -> None:
    """Ranks 1 2 3 4 against 0 0 1 1: covariance 2, spreads sqrt(5) and 1: 2 / sqrt(5)."""
    found = association(of(1, 2, 3, 4), of(0, 0, 1, 1), APART[:4])
    assert found is not None
    assert found.value == pytest.approx(2 / 5**0.5)


def test_what_is_explained_by_a_third_is_gone_once_that_is_held() -> None:
    """Both are the third with noise of their own: plainly together, and not beside the third."""
    chance = np.random.default_rng(5)
    third = chance.normal(size=400)
    one, other = third + chance.normal(size=400), third + chance.normal(size=400)
    names = [str(number) for number in range(400)]
    plain = association(one, other, names)
    held = association(one, other, names, besides=[third])
    assert plain is not None
    assert held is not None
    assert plain.low > 0.3
    assert held.low < 0 < held.high


def test_the_partial_correlation_is_that_of_three_correlations() -> None:
    """By the textbook: (r12 - r13 r23) / sqrt((1 - r13²)(1 - r23²))."""
    one, other, third = of(1, 2, 3, 4, 5), of(2, 1, 4, 3, 5), of(2, 3, 1, 5, 4)
    r12, r13, r23 = (
        np.corrcoef(*pair)[0, 1] for pair in ((one, other), (one, third), (other, third))
    )
    assert (r12, r13) == (pytest.approx(0.8), pytest.approx(0.6))
    found = association(one, other, APART[:5], besides=[third])
    expected = (r12 - r13 * r23) / ((1 - r13**2) * (1 - r23**2)) ** 0.5
    assert found is not None
    assert found.value == pytest.approx(expected)


def test_what_never_varies_goes_with_nothing() -> None:
    assert association(of(1, 1, 1, 1), of(0, 1, 0, 1), APART[:4]) is None
    assert association(of(1, 2), of(0, 1), APART[:2]) is None


def test_views_of_one_talk_are_drawn_together_so_that_they_do_not_count_twice() -> None:
    """Each talk stands there twice: the interval is as wide as of each once."""
    chance = np.random.default_rng(7)
    one = chance.normal(size=40)
    other = one + 2 * chance.normal(size=40)
    once = association(one, other, APART)
    twice = association(np.tile(one, 2), np.tile(other, 2), APART * 2)
    as_if_apart = association(
        np.tile(one, 2), np.tile(other, 2), [str(number) for number in range(80)]
    )
    assert once is not None
    assert twice is not None
    assert as_if_apart is not None
    assert twice.high - twice.low == pytest.approx(once.high - once.low, rel=0.02)
    assert as_if_apart.high - as_if_apart.low < 0.85 * (twice.high - twice.low)


def test_a_strong_association_is_no_chance_and_noise_may_be() -> None:
    chance = np.random.default_rng(9)
    one, other = chance.normal(size=40), chance.normal(size=40)
    noise = association(one, other, APART)
    strong = association(one, one + 0.3 * other, APART)
    assert noise is not None
    assert strong is not None
    assert noise.low < 0 < noise.high
    assert noise.chance > 0.05
    assert strong.chance < 0.001


def test_holm_takes_the_smallest_times_all_and_never_falls_below_it() -> None:
    """0.01 x 3; 0.02 x 2; 0.03 x 1, which is less than the 0.04 before it: 0.04."""
    assert holm([0.03, 0.01, 0.02]) == pytest.approx([0.04, 0.03, 0.04])
    assert holm([0.6, 0.9]) == [1.0, 1.0]
    assert holm([]) == []
