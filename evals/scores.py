"""F1, precision, recall, calibration and agreement, with intervals from resampled sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Array = np.ndarray
RESAMPLED = 500
SEED = 5


@dataclass(frozen=True, slots=True)
class Counts:
    """Per label: fired and right, fired and wrong, missed."""

    right: Array
    wrong: Array
    missed: Array

    def precision(self) -> Array:
        """Return right / fired; 0 where nothing fired."""
        return _share(self.right, self.right + self.wrong)

    def recall(self) -> Array:
        """Return right / holding; 0 where nothing holds."""
        return _share(self.right, self.right + self.missed)

    def f1(self) -> Array:
        """Return the harmonic mean of both; 0 where neither fires nor holds."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


def _share(part: Array, whole: Array) -> Array:
    made: Array = np.divide(part, whole, out=np.zeros(len(part), dtype=float), where=whole > 0)
    return made


def counts(fired: Array, holds: Array) -> Counts:
    """Count per label over (sentences, labels) of 0 and 1."""
    fired, holds = fired.astype(bool), holds.astype(bool)
    return Counts(
        (fired & holds).sum(0).astype(float),
        (fired & ~holds).sum(0).astype(float),
        (~fired & holds).sum(0).astype(float),
    )


def macro_f1(fired: Array, holds: Array) -> float:
    """Return the mean of the labels' F1."""
    return float(counts(fired, holds).f1().mean())


def one_of(chosen: Array, width: int) -> Array:
    """Return (sentences, width) with a 1 at each sentence's chosen place."""
    made: Array = np.eye(width, dtype=np.float32)[chosen]
    return made


def interval(score: Callable[[Array], float], size: int) -> tuple[float, float]:
    """Return the middle 95% of a score over resampled sentences; it gets their numbers."""
    chance = np.random.default_rng(SEED)
    drawn = [score(chance.integers(0, size, size)) for _ in range(RESAMPLED)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


def best_shared_threshold(chances: Array, holds: Array) -> float:
    """Return the one threshold for all labels at which the macro-F1 is highest."""
    tried = np.arange(0.1, 0.9, 0.01)
    return float(max(tried, key=lambda limit: macro_f1(chances >= limit, holds)))


def most_expected(chances: Array) -> Array:
    """Return each label's threshold at which its F1 is highest if the chances are true.

    Of (sentences, labels) chances alone; what holds is not asked (Lipton 2014).
    """
    found = []
    for label in chances.T:
        falling = np.sort(label)[::-1]
        fired = np.arange(1, len(falling) + 1)
        expected = 2 * np.cumsum(falling) / (fired + falling.sum())
        found.append(falling[expected.argmax()])
    return np.array(found)


@dataclass(frozen=True, slots=True)
class Bin:
    """Sentences of about the same probability: how many, what was said, what was so, 0..1."""

    size: int
    said: float
    was: float


def reliability(chances: Array, holds: Array, bins: int = 10) -> list[Bin]:
    """Return the bins of equal width, from low to high, in which there are any sentences."""
    chances, holds = chances.ravel(), holds.ravel()
    place = np.minimum((chances * bins).astype(int), bins - 1)
    return [
        Bin(int(inside.sum()), float(chances[inside].mean()), float(holds[inside].mean()))
        for inside in (place == number for number in range(bins))
        if inside.any()
    ]


def calibration_error(chances: Array, holds: Array, bins: int = 10) -> float:
    """Return the expected calibration error (Guo 2017) over bins of equal width, 0..1."""
    found = reliability(chances, holds, bins)
    return sum(abs(each.said - each.was) * each.size for each in found) / max(chances.size, 1)


def wilson(right: float, size: int) -> tuple[float, float]:
    """Return the 95% interval of a share of which ``right`` of ``size`` were seen (Wilson 1927)."""
    if not size:
        return 0.0, 1.0
    z = 1.96
    share, wide = right / size, z * z / size
    middle = (share + wide / 2) / (1 + wide)
    away = z * np.sqrt(share * (1 - share) / size + wide / (4 * size)) / (1 + wide)
    return float(max(0.0, middle - away)), float(min(1.0, middle + away))


def kappa(first: Array, second: Array) -> float | None:
    """Return Cohen's κ of two readings of 0 and 1; None where neither ever says 1, or both always.

    1 is full agreement, 0 what chance would give.
    """
    first, second = first.astype(bool), second.astype(bool)
    if not first.size:
        return None
    agreed = (first == second).mean()
    by_chance = first.mean() * second.mean() + (1 - first.mean()) * (1 - second.mean())
    return float((agreed - by_chance) / (1 - by_chance)) if by_chance < 1 else None


def sigmoid(logits: Array) -> Array:
    """Return the logistic function, element by element."""
    return np.asarray(1.0 / (1.0 + np.exp(-logits.astype(np.float64))))
