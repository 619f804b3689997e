"""How sure a figure is: intervals that hold the true value in 95 of 100 such cases.

All are deterministic: the bootstrap draws from a seeded generator, so that the same talks give the
same figures everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Interval = tuple[float, float]

Z = 1.959963984540054
"""The normal quantile of 95 %, two-sided."""
DRAWS = 1000
EXACT = 200
"""Up to so many values ranks are counted exactly; beyond, the normal curve is as good."""
SEED = 20260101
FEWEST_TO_DRAW = 3
"""From fewer things than this nothing can be drawn that would say how they vary."""


def wilson(count: float, of: float) -> Interval | None:
    """Return the interval of a share, ``count`` of ``of``, both counts (Wilson 1927); 0..1.

    None where nothing was looked at.
    """
    if of <= 0:
        return None
    share, wide = count / of, Z * Z / of
    middle = (share + wide / 2) / (1 + wide)
    half = Z / (1 + wide) * math.sqrt(share * (1 - share) / of + wide / (4 * of))
    return max(0.0, middle - half), (middle + half if count < of else 1.0)


def events(count: float, of: float) -> Interval | None:
    """Return the interval of a rate: ``count`` events in ``of`` hours (or words, or mails).

    The score interval of a Poisson rate, the counterpart of Wilson's. None where ``of`` is 0.
    """
    if of <= 0:
        return None
    middle, half = count + Z * Z / 2, Z * math.sqrt(count + Z * Z / 4)
    return max(0.0, middle - half) / of, (middle + half) / of


def quotient(count: float, of: float) -> Interval | None:
    """Return the interval of one count divided by another: reflections per question.

    Given their sum, the first is a binomial share of it, whose Wilson interval is turned back into
    a quotient. None where the second is 0, because then the quotient has no upper end.
    """
    share = wilson(count, count + of) if of > 0 else None
    if share is None or share[1] >= 1:
        return None
    return share[0] / (1 - share[0]), share[1] / (1 - share[1])


def bootstrap(parts: Sequence[tuple[float, float]]) -> Interval | None:
    """Return the interval of ``sum(count) / sum(of)`` by drawing the parts again (Efron 1979).

    Parts are turns of a talk, or talks: whatever varies as a whole. None where there are too few.
    """
    if len(parts) < FEWEST_TO_DRAW:
        return None
    import numpy as np

    of = np.asarray(parts, dtype=np.float64)
    draw = np.random.default_rng(SEED)
    found = []
    for _ in range(DRAWS):
        count, total = of[draw.integers(len(of), size=len(of))].sum(axis=0)
        if total > 0:
            found.append(count / total)
    if not found:
        return None
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)


def middle(values: Sequence[float]) -> Interval | None:
    """Return the interval of a median by the ranks beside it, whatever the distribution.

    None where there are fewer than six values: then no two of them enclose it at 95 %.
    """
    ranked, outside = sorted(values), _outside(len(values))
    return (ranked[outside], ranked[-1 - outside]) if outside >= 0 else None


def _outside(size: int) -> int:
    """Return how many of so many ranked values may lie outside on each side; -1 for too few."""
    if size > EXACT:
        return math.floor(size / 2 - Z * math.sqrt(size) / 2)
    outside, below = -1, 0
    while (below := below + math.comb(size, outside + 1)) <= 0.025 * 2**size:
        outside += 1
    return outside


def median(values: Sequence[float]) -> float:
    """Return the middle value, of an even number the mean of both; there must be one."""
    ranked = sorted(values)
    half = len(ranked) // 2
    return ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) / 2
