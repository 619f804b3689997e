"""How something is spread over a talk: how much of it falls into the first third of the words.

Spread evenly, that is a third.
"""

from __future__ import annotations

from collections.abc import Mapping

from theirside.care.counting._choosing import fits, quotes, sides
from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered, divided, of_share
from theirside.care.spoken import Spoken

LABELS: Mapping[str, tuple[str, ...]] = {}


def tally(spoken: Spoken, how: How) -> Tally:
    """Return how many there are, and how many of them come in the first third."""
    wanted = sides(how.count.side)
    end, said, early, late = sum(spoken.words) / 3, 0, [], 0
    for each in spoken.sentences:
        if each.side in wanted and fits(each, how.count):
            if said < end:
                early.append(each)
            else:
                late += 1
        said += each.words
    return Tally(len(early), len(early) + late, quotes(spoken, early))


def estimate(gathered: Gathered, how: How) -> Estimate:  # noqa: ARG001 (as its siblings)
    """Return the share in the first third, 0..1, and its interval."""
    return divided(gathered, of_share)
