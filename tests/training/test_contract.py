"""The model's outputs: each label once, families side by side."""

from __future__ import annotations

import itertools

from training.contract import FAMILIES, FELT, JUDGED, WRITTEN, outputs, places


def test_families_stand_side_by_side_without_gap() -> None:
    where = places()
    assert next(where[family.name].start for family in FAMILIES) == 0
    for family, following in itertools.pairwise(FAMILIES):
        assert where[family.name].stop == where[following.name].start
    assert where[FAMILIES[-1].name].stop == outputs()


def test_no_label_is_there_twice() -> None:
    assert len({*JUDGED, *FELT}) == len(JUDGED) + len(FELT)
    assert set(WRITTEN) < set(JUDGED)
