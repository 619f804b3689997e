"""Empathic accuracy: of the statements that customers judged, the share that they confirmed.

The interval is Wilson's score interval at 95% (E. B. Wilson, "Probable inference, the law of
succession, and statistical inference", JASA 22, 1927): it holds for few statements and for shares
near 0 and 1, where the usual one does not. Corrected and withdrawn both count as not confirmed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from theirside.understand.understanding import Status

Z = 1.959964
"""Standard deviations within which 95% of a normal distribution lie."""
BINS = (0.6, 0.7, 0.8, 0.9)
"""Where the ranges of how sure we were begin and end."""
BY = ("person", "seller", "facet", "month")


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement that a customer judged; ``probability`` is how sure we were when we asked."""

    person: str
    seller: str
    facet: str
    month: str
    probability: float
    status: Status


@dataclass(frozen=True, slots=True)
class Share:
    """How much of so many statements was confirmed, within ``low`` to ``high`` (0..1)."""

    name: str
    confirmed: int
    corrected: int
    withdrawn: int
    low: float
    high: float

    @property
    def judged(self) -> int:
        """How many statements were judged."""
        return self.confirmed + self.corrected + self.withdrawn

    @property
    def share(self) -> float | None:
        """The share confirmed, 0..1; None where nothing was judged."""
        return self.confirmed / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Held:
    """What we held at ``begin`` to ``end``: how sure we were on average, what they confirmed."""

    begin: float
    end: float
    mean: float
    share: Share


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95% interval of a share; (0, 1) where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share = hits / of
    square = Z * Z
    middle = share + square / (2 * of)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    below, above = (middle - half) / (1 + square / of), (middle + half) / (1 + square / of)
    return max(0.0, below), min(1.0, above)


def share_of(name: str, judged: Sequence[Judged]) -> Share:
    """Return the share of these statements that was confirmed."""
    status = [each.status for each in judged]
    confirmed = status.count(Status.CONFIRMED)
    low, high = wilson(confirmed, len(judged))
    others = status.count(Status.CORRECTED), status.count(Status.WITHDRAWN)
    return Share(name, confirmed, *others, low, high)


def accuracy_by(judged: Iterable[Judged], what: str) -> list[Share]:
    """Return the shares by ``person``, ``seller``, ``facet`` or ``month``, in that order."""
    groups: dict[str, list[Judged]] = {}
    for each in judged:
        groups.setdefault(getattr(each, what), []).append(each)
    return [share_of(name, found) for name, found in sorted(groups.items())]


def calibration(judged: Sequence[Judged]) -> list[Held]:
    """Return, for each range of how sure we were, how much they confirmed; empty ranges left out.

    A range holds its beginning and not its end; the last one both.
    """
    edges = (0.0, *BINS, 1.0)
    held: list[Held] = []
    for begin, end in pairwise(edges):
        found = [
            each
            for each in judged
            if begin <= each.probability < end or each.probability == end == 1
        ]
        if found:
            mean = sum(each.probability for each in found) / len(found)
            held.append(Held(begin, end, mean, share_of(f"{begin:.1f}–{end:.1f}", found)))
    return held
