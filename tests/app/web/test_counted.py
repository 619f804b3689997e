"""What figures were counted from: in English the same as on the command line, to the letter."""

from __future__ import annotations

import pytest

from theirside.app.web.counted import counts
from theirside.care import told
from theirside.care.definition import Measure, measures
from theirside.care.figure import Figure

NUMBERS = [(0, 0), (1, 1), (3, 5), (1234, 5678), (2, 0.4)]


@pytest.mark.parametrize("measure", measures().values(), ids=lambda each: each.id)
def test_every_measure_is_told_alike(measure: Measure) -> None:
    for count, of in NUMBERS:
        it = Figure(measure.id, None, measure.unit, count, of)
        assert counts(it) == told.counts(it)
