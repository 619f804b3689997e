"""The longest stretch in which one side speaks and the other says at most "mm-hm".

Of several talks it is the middle one of their longest.
"""

from __future__ import annotations

from collections.abc import Mapping

from theirside.care.counting._choosing import sides, turn_quotes
from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered
from theirside.care.intervals import median, middle
from theirside.care.spoken import Spoken

LABELS: Mapping[str, tuple[str, ...]] = {}


def tally(spoken: Spoken, how: How) -> Tally:
    """Return the longest stretch of the side, in words or in seconds from its start to its end."""
    stretches = _stretches(spoken, how.count.side)
    if not stretches:
        return Tally()
    sized = [(_size(spoken, each, how.count.unit), each) for each in stretches]
    longest, turns = max(sized, key=lambda each: each[0])
    return Tally(longest, len(stretches), turn_quotes(spoken, turns), values=(longest,))


def _stretches(spoken: Spoken, side: str) -> list[list[int]]:
    """Return the turns of each stretch of one side, what the other murmurs in between left out."""
    wanted = sides(side)
    found: list[list[int]] = []
    going = False
    for number, whose in enumerate(spoken.sides):
        if not spoken.words[number]:
            continue
        if whose in wanted:
            if not going:
                found.append([])
            found[-1].append(number)
            going = True
        elif not spoken.is_backchannel(number):
            going = False
    return found


def _size(spoken: Spoken, turns: list[int], unit: str) -> float:
    if unit == "words":
        return float(sum(spoken.words[number] for number in turns))
    start = spoken.turns[turns[0]].start or 0.0
    return max(0.0, max(spoken.turns[number].end or start for number in turns) - start)


def estimate(gathered: Gathered, how: How) -> Estimate:  # noqa: ARG001 (as its siblings)
    """Return the longest of one talk; of several the middle one of the longest."""
    if not gathered.values:
        return Estimate(None)
    return Estimate(median(gathered.values), middle(gathered.values))
