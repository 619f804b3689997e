"""Intervals, against values from the literature and from working them out by hand."""

from __future__ import annotations

import pytest

from theirside.care.intervals import bootstrap, events, median, middle, quotient, wilson


def test_wilson_gives_what_is_published_for_ten_of_twenty_nine() -> None:
    low, high = wilson(10, 29) or (0, 0)  # Newcombe 1998, and by hand
    assert low == pytest.approx(0.1994, abs=5e-4)
    assert high == pytest.approx(0.5265, abs=5e-4)


def test_wilson_stays_within_nothing_and_all() -> None:
    low, high = wilson(0, 10) or (1, 1)
    assert low == 0
    assert high == pytest.approx(0.2775, abs=5e-4)
    low, high = wilson(10, 10) or (0, 0)
    assert low == pytest.approx(0.7225, abs=5e-4)
    assert high == 1
    assert wilson(0, 0) is None


def test_a_rate_of_none_has_an_upper_end() -> None:
    low, high = events(0, 2) or (1, 1)
    assert low == 0
    assert high == pytest.approx(1.96**2 / 2, abs=1e-3)
    assert events(1, 0) is None


def test_a_quotient_encloses_its_value_and_has_no_end_without_a_divisor() -> None:
    low, high = quotient(10, 10) or (0, 0)
    assert low < 1 < high
    assert low * high == pytest.approx(1)
    assert quotient(3, 0) is None


def test_the_bootstrap_is_the_same_every_time_and_needs_something_to_draw() -> None:
    parts = [(1.0, 2.0), (0.0, 2.0), (2.0, 2.0), (1.0, 2.0)]
    assert bootstrap(parts) == bootstrap(parts)
    low, high = bootstrap(parts) or (1, 0)
    assert 0 <= low < 0.5 < high <= 1
    assert bootstrap(parts[:2]) is None


def test_parts_that_are_all_alike_have_no_width() -> None:
    assert bootstrap([(1.0, 4.0)] * 5) == (0.25, 0.25)


@pytest.mark.parametrize(
    ("size", "ends"), [(5, None), (6, (1, 6)), (8, (1, 8)), (9, (2, 8)), (17, (5, 13))]
)
def test_the_ranks_of_a_median_are_those_of_the_binomial(
    size: int, ends: tuple[int, int] | None
) -> None:
    assert middle([float(each) for each in range(size, 0, -1)]) == ends


def test_many_values_go_by_the_normal_curve() -> None:
    low, high = middle([float(each) for each in range(401)]) or (0, 0)
    assert (low, high) == (180, 220)


def test_a_median_of_an_even_number_is_between_the_two() -> None:
    assert median([4, 1, 3, 2]) == 2.5
    assert median([3, 1, 2]) == 2
