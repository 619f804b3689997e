"""Empathic accuracy: shares, Wilson's interval and calibration, against values worked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from theirside.serve.checkback.accuracy import (
    Judged,
    accuracy_by,
    calibration,
    share_of,
    wilson,
)
from theirside.understand.understanding import Status

YES, NOT, GONE = Status.CONFIRMED, Status.CORRECTED, Status.WITHDRAWN


def judged(status: Status, probability: float = 0.8, **known: str) -> Judged:
    told = {"person": "Dana", "seller": "Sam", "facet": "goal", "month": "2026-03", **known}
    return Judged(**told, probability=probability, status=status)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # 8 of 10: centre (.8 + 3.8415/20) / 1.38415 = .71674, half width .22659
        (8, 10, 0.4902, 0.9433),
        # 0 of 5: upper end z²/(n + z²) = 3.8415/8.8415
        (0, 5, 0.0, 0.4345),
        (5, 5, 0.5655, 1.0),
        (0, 0, 0.0, 1.0),
    ],
)
def test_the_interval_is_wilsons(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=1e-4)


def test_corrected_and_withdrawn_both_count_as_not_confirmed() -> None:
    share = share_of("all", [judged(YES), judged(YES), judged(NOT), judged(GONE)])
    assert (share.judged, share.confirmed, share.corrected, share.withdrawn) == (4, 2, 1, 1)
    assert share.share == 0.5


def test_nothing_judged_has_no_share() -> None:
    assert share_of("all", []).share is None


@pytest.mark.parametrize("what", ["person", "seller", "facet", "month"])
def test_shares_by_whatever_is_asked_for(what: str) -> None:
    later: dict[str, Any] = {what: "b"}
    sooner: dict[str, Any] = {what: "a"}
    found = accuracy_by([judged(YES, **later), judged(NOT, **sooner)], what)
    assert [(each.name, each.share) for each in found] == [("a", 0.0), ("b", 1.0)]


def test_calibration_sets_how_sure_we_were_beside_what_they_confirmed() -> None:
    found = calibration([judged(YES, 0.8), judged(NOT, 0.86), judged(YES, 0.55), judged(YES, 1.0)])
    assert [(each.begin, each.end, each.share.judged) for each in found] == [
        (0.0, 0.6, 1),
        (0.8, 0.9, 2),
        (0.9, 1.0, 1),
    ]
    assert found[1].mean == pytest.approx(0.83)
    assert found[1].share.share == 0.5
