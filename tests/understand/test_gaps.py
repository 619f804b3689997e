"""What we do not know, or no longer recently."""

from __future__ import annotations

from dataclasses import replace

from tests.understand.talks import day, observed
from theirside.understand.facet import facets
from theirside.understand.gaps import gaps_in


def test_everything_is_a_gap_while_nothing_is_known_and_stakes_come_first() -> None:
    gaps = gaps_in([], day(1))

    assert {gap.facet for gap in gaps} == set(facets())
    assert gaps[0].facet == "stake"
    weights = [facets()[gap.facet].weight for gap in gaps]
    assert weights == sorted(weights, reverse=True)
    assert gaps[0].why == "We have not heard what is at stake for them."


def test_something_recent_is_no_gap() -> None:
    assert "pain" not in {gap.facet for gap in gaps_in([observed("pain", "It hurts.", 1)], day(60))}


def test_something_old_is_a_gap_that_says_when_it_was_last_heard() -> None:
    known = [observed("pain", "It hurts.", 1), observed("pain", "It hurts more.", 20)]

    (gap,) = [gap for gap in gaps_in(known, day(400)) if gap.facet == "pain"]

    assert gap.last_at == day(20)
    assert gap.why == "Last heard on 20 January 2026; it may have changed."


def test_what_has_no_time_is_known_but_never_called_old() -> None:
    timeless = replace(observed("pain", "It hurts."), last_at=None)

    assert "pain" not in {gap.facet for gap in gaps_in([timeless], day(4000))}
    assert "pain" not in {gap.facet for gap in gaps_in([observed("pain", "It hurts.")], None)}


def test_times_without_a_zone_are_compared_too() -> None:
    naive = day(1).replace(tzinfo=None)
    known = [replace(observed("pain", "It hurts."), last_at=naive)]

    assert "pain" in {gap.facet for gap in gaps_in(known, day(400))}


def test_what_is_another_persons_view_closes_no_gap() -> None:
    of_the_boss = replace(observed("goal", "My boss wants more shops."), holder="My boss")

    assert "goal" in {gap.facet for gap in gaps_in([of_the_boss], day(2))}
