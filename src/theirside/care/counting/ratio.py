"""One count held against another: reflections for each question."""

from __future__ import annotations

from collections.abc import Mapping

from theirside.care.counting._choosing import chosen, quotes
from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered, divided, of_quotient
from theirside.care.spoken import Spoken

LABELS: Mapping[str, tuple[str, ...]] = {}


def tally(spoken: Spoken, how: How) -> Tally:
    """Return both counts, and the sentences of the first."""
    found = chosen(spoken, how.count)
    return Tally(len(found), len(chosen(spoken, how.of)), quotes(spoken, found))


def estimate(gathered: Gathered, how: How) -> Estimate:  # noqa: ARG001 (as its siblings)
    """Return how many of the first there are for one of the second, and the interval."""
    return divided(gathered, of_quotient)
