"""How far one thing goes with another: correlations with intervals from talks drawn again.

What belongs together (both views of one talk) is drawn together. Ranks are worked out anew in each
draw. Probabilities come from the spread of Fisher's z over the draws and are corrected for several
tests by Holm (1979).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

Array = np.ndarray
DRAWS, SEED = 1000, 11


@dataclass(frozen=True, slots=True)
class Association:
    """A correlation (-1..1), its 95% interval, its two-sided probability, and of how many talks."""

    value: float
    low: float
    high: float
    chance: float
    size: int


def association(
    one: Array, other: Array, clusters: Sequence[str], *, besides: Sequence[Array] = ()
) -> Association | None:
    """Return Spearman's rank correlation; partial where ``besides`` is held constant.

    With one of two values (gave or not) it is the point-biserial correlation of ranks. None where
    one of the two never varies.
    """
    columns = [one, other, *besides]
    if len(one) < 3 or min(float(np.ptp(each)) for each in columns[:2]) == 0:
        return None
    varied = [each for each in columns if np.ptp(each) > 0]
    weights = np.vstack([np.ones((1, len(one))), _drawn(clusters)])
    ranked = np.stack([ranks(each.astype(float), weights) for each in varied], axis=1)
    found = _partial(_correlations(ranked, weights))
    value, drawn = float(found[0]), found[1:][np.isfinite(found[1:])]
    low, high = np.quantile(drawn, [0.025, 0.975])
    spread = float(np.std(np.arctanh(np.clip(drawn, -0.999, 0.999))))
    z = abs(np.arctanh(np.clip(value, -0.999, 0.999))) / max(spread, 1e-12)
    return Association(value, float(low), float(high), erfc(float(z) / sqrt(2)), len(one))


def _drawn(clusters: Sequence[str]) -> Array:
    """Return how often each talk is in each draw, (draws, talks); a cluster comes as a whole."""
    names, place = np.unique(np.asarray(clusters), return_inverse=True)
    chance = np.random.default_rng(SEED)
    times = chance.multinomial(len(names), np.full(len(names), 1 / len(names)), size=DRAWS)
    made: Array = times[:, place].astype(float)
    return made


def ranks(values: Array, weights: Array) -> Array:
    """Return the middle rank of each value, where it is there so many times: (draws, values)."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    new = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    mass = np.add.reduceat(weights[:, order], np.flatnonzero(new), axis=1)
    middle = np.cumsum(mass, axis=1) - mass + (mass + 1) / 2
    found = np.empty_like(weights)
    found[:, order] = middle[:, np.cumsum(new) - 1]
    return found


def _correlations(columns: Array, weights: Array) -> Array:
    """Return the correlation matrix of each draw: (draws, columns, columns)."""
    total = weights.sum(1)
    means = np.einsum("dkn,dn->dk", columns, weights) / total[:, None]
    away = columns - means[:, :, None]
    spread = np.einsum("dkn,dln,dn->dkl", away, away, weights)
    size = np.sqrt(np.einsum("dkk->dk", spread))
    with np.errstate(divide="ignore", invalid="ignore"):
        made: Array = spread / (size[:, :, None] * size[:, None, :])
    return made


def _partial(matrices: Array) -> Array:
    """Return the correlation of the first two columns with all others held constant."""
    if matrices.shape[1] == 2:
        made: Array = matrices[:, 0, 1]
        return made
    sound = np.isfinite(matrices).all(axis=(1, 2))
    found: Array = np.full(len(matrices), np.nan)
    inverse = np.linalg.pinv(matrices[sound])
    found[sound] = -inverse[:, 0, 1] / np.sqrt(inverse[:, 0, 0] * inverse[:, 1, 1])
    return found


def holm(chances: Sequence[float]) -> list[float]:
    """Return probabilities corrected for so many tests (Holm 1979), in the order given."""
    found = [0.0] * len(chances)
    highest = 0.0
    for step, place in enumerate(sorted(range(len(chances)), key=lambda at: chances[at])):
        highest = max(highest, min(1.0, chances[place] * (len(chances) - step)))
        found[place] = highest
    return found
