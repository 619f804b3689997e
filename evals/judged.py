"""A test set with everything that was said of it: by hand, by the model, by patterns, by both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from evals.scores import Array, kappa, sigmoid
from theirside.reader.combined import CombinedReader
from theirside.reader.encoder import Encoder
from theirside.reader.measured import Measured
from theirside.reader.patterns import SPECIAL
from training.calibrate import judgements, pattern_hits, sentence
from training.contract import FELT, JUDGED
from training.labelled import UNCLEAR, readings
from training.said import Said

NAMES = (*JUDGED, *FELT)
ENOUGH = 10
"""Positives from which on a label's own figures are worth printing."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Sentences and, for each, (sentences, judged and felt labels) of what was said of it.

    ``holds`` is what holds, ``chances`` the model's probabilities; ``alone`` is the model from
    its thresholds on, ``patterns`` the patterns alone, ``shipped`` what the reader says by
    default. ``special`` marks the sentences that the reader leaves alone whatever they say.
    """

    said: Sequence[Said]
    holds: Array
    chances: Array
    alone: Array
    patterns: Array
    shipped: Array
    special: Array

    def part(self, rows: Sequence[int]) -> Judged:
        """Return those sentences alone."""
        chosen = {
            name: getattr(self, name)[list(rows)]
            for name in ("holds", "chances", "alone", "patterns", "shipped", "special")
        }
        return replace(self, said=[self.said[row] for row in rows], **chosen)

    def label(self, name: str) -> Judged:
        """Return one label's columns alone."""
        place = [NAMES.index(name)]
        chosen = {
            part: getattr(self, part)[:, place]
            for part in ("holds", "chances", "alone", "patterns", "shipped")
        }
        return replace(self, **chosen)


def judged(encoder: Encoder, figures: Mapping[str, Measured], said: Sequence[Said]) -> Judged:
    """Return what holds of the sentences and what each of the readers says of them."""
    place = {name: number for number, name in enumerate(NAMES)}
    shipped = np.zeros((len(said), len(NAMES)), dtype=np.float32)
    special = np.zeros(len(said), dtype=bool)
    reader = CombinedReader(encoder=encoder, figures=figures)
    for each in reader.annotate([sentence(number, one) for number, one in enumerate(said)]):
        special[each.turn] |= each.label == SPECIAL
        if each.label in place:
            shipped[each.turn, place[each.label]] = 1.0
    chances = chances_of(encoder, figures, said)
    limits = np.array([figures[name].threshold for name in NAMES])
    return Judged(
        said=said,
        holds=judgements(said),
        chances=chances,
        alone=(chances >= limits).astype(np.float32),
        patterns=pattern_hits(said),
        shipped=shipped,
        special=special,
    )


def chances_of(encoder: Encoder, figures: Mapping[str, Measured], said: Sequence[Said]) -> Array:
    """Return (sentences, judged and felt labels) calibrated probabilities of the model."""
    logits = encoder.see([e.text for e in said], [e.before for e in said]).logits
    place = {name: number for number, name in enumerate(encoder.names)}
    return np.stack(
        [
            sigmoid(logits[:, place[figures[n].output]] * figures[n].slope + figures[n].offset)
            for n in NAMES
        ],
        axis=1,
    )


def agreement(name: str) -> dict[str, float | None]:
    """Return each label's κ between the two readings of a test set; empty if there are not two.

    Sentences that either of the two found unclear are left out.
    """
    first, second = readings(f"{name}.first"), readings(f"{name}.second")
    both = [(first[each][1], second[each][1]) for each in first if each in second]
    clear = [(one, other) for one, other in both if UNCLEAR not in one | other]
    if not clear:
        return {}
    return {
        label: kappa(
            np.array([label in one for one, _ in clear]),
            np.array([label in other for _, other in clear]),
        )
        for label in NAMES
    }
