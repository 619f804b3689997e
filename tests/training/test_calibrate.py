"""From logits to probabilities and thresholds."""

from __future__ import annotations

import numpy as np

from training.calibrate import fitted, judgements, lowest, pattern_hits, thresholds, vetoes
from training.contract import FELT, JUDGED
from training.said import Said

NAMES = (*JUDGED, *FELT)


def sigmoid(x: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-x)))


def test_calibration_finds_the_slope_and_offset_that_sentences_were_drawn_by() -> None:
    chance = np.random.default_rng(3)
    logits = chance.normal(-2, 3, (6000, 4))
    holds = (chance.random((6000, 4)) < sigmoid(0.5 * logits - 1.0)).astype(float)
    slopes, offsets = fitted(logits, holds)
    assert np.allclose(slopes, 0.5, atol=0.06)
    assert np.allclose(offsets, -1.0, atol=0.15)


def test_a_label_that_hardly_holds_leans_on_the_others() -> None:
    chance = np.random.default_rng(4)
    logits = chance.normal(-1, 2, (3000, 3))
    logits[:, 2] -= 5.0
    holds = (chance.random((3000, 3)) < sigmoid(0.6 * logits)).astype(float)
    holds[:, 2] *= np.cumsum(holds[:, 2]) <= 3
    slopes, _ = fitted(logits, holds)
    assert holds[:, 2].sum() == 3
    assert abs(slopes[2] - 0.6) < 0.5


def test_the_lowest_threshold_keeps_the_wanted_precision() -> None:
    chances = np.array([0.9, 0.8, 0.7, 0.6, 0.5])
    holds = np.array([1, 1, 0, 1, 0])
    assert lowest(chances, holds, 1.0) == 0.8
    assert lowest(chances, holds, 0.75) == 0.6
    assert lowest(np.array([0.4]), np.array([0.0])) == 0.95


def test_a_labels_own_threshold_counts_by_its_positives() -> None:
    chance = np.random.default_rng(5)
    chances = np.round(chance.random((400, 2)) * 0.8, 4)
    holds = (chance.random((400, 2)) < chances + 0.2).astype(float)
    holds[:, 1] = 0.0
    chances[:, 1] *= 0.5
    holds[0, 1], chances[0, 1] = 1.0, 0.9
    common = lowest(chances.ravel(), holds.ravel())
    limits = thresholds(chances, holds)
    assert 0.3 < common < 0.9
    assert limits[1] == (0.9 + 300 * common) / 301


def test_judgements_and_patterns_stand_in_the_same_columns() -> None:
    said = [
        Said(
            "a",
            "a",
            "We're worried about the audit.",
            gold={"judged": frozenset(), "felt": frozenset({"feeling.worried"})},
        ),
        Said(
            "b", "b", "The van is red.", gold={"judged": frozenset({"inform"}), "felt": frozenset()}
        ),
    ]
    holds, hits = judgements(said), pattern_hits(said)
    assert holds.shape == hits.shape == (2, len(NAMES))
    assert [NAMES[n] for n in np.nonzero(holds[0])[0]] == ["feeling.worried"]
    assert [NAMES[n] for n in np.nonzero(hits[0])[0]] == ["feeling.worried"]
    assert hits[1].sum() == 0


def test_patterns_are_silenced_only_where_what_is_right_was_seen_to_stay() -> None:
    hits = np.zeros((100, 3))
    hits[:50, 0] = hits[:50, 1] = hits[:39, 2] = 1.0
    holds = np.zeros((100, 3))
    holds[:20] = 1.0
    chances = np.full((100, 3), 0.05)
    chances[:20] = 0.3
    chances[0, 0] = 0.05  # one of twenty right findings may go
    chances[:2, 1] = 0.05  # two may not
    assert vetoes(chances, hits, holds).tolist() == [0.1, 0.0, 0.0]
