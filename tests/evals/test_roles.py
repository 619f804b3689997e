"""The measure of swapped sides counts what it says it counts."""

from __future__ import annotations

import pytest

from evals.roles import Heard, fitted, heard, interval, told
from tests.reader.test_roles import BUYING, ENCODER, SELLING, call
from theirside.conversation import Side
from theirside.reader.roles import LIMITS

STRAIGHT = {"seller": [2.0] * 5, "customer": [-2.0] * 5}
REVERSE = {"seller": [-2.0] * 5, "customer": [2.0] * 5}


@pytest.mark.parametrize(
    ("logits", "exchanged", "verdict"),
    [
        (STRAIGHT, True, "noticed"),
        (STRAIGHT, False, "right"),
        (REVERSE, True, "missed"),
        (REVERSE, False, "wrong"),
    ],
)
def test_a_verdict_is_about_the_sides_that_are_set(
    logits: dict[str, list[float]], exchanged: bool, verdict: str
) -> None:
    assert Heard(logits, exchanged).verdict(LIMITS) == verdict


def test_half_of_the_talks_are_exchanged() -> None:
    said = (("seller", Side.UNKNOWN, SELLING), ("customer", Side.UNKNOWN, BUYING))
    found = heard([call(*said)] * 10, ENCODER, seed=1)
    assert told(found, LIMITS) == {
        "noticed": [True] * 5,
        "wrongly reported": [False] * 5,
        "unknown": [False] * 10,
    }


def test_an_interval_holds_its_share() -> None:
    assert interval([True] * 30 + [False] * 10).startswith("0.750 [0.6")
    assert interval([]) == "– (none)"


def test_what_is_fitted_turns_logits_into_log_odds() -> None:
    logits = {"seller": [1.0] * 7 + [3.0] * 3, "customer": [1.0] * 9 + [3.0]}
    slope, offset = fitted([Heard(logits, exchanged=False)])
    assert slope * 1.0 + offset == pytest.approx(-0.25, abs=0.02)
    assert slope * 3.0 + offset == pytest.approx(1.1, abs=0.02)
