"""What the times of a talk allow to be counted, said in words where they don't."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from theirside.conversation import Turn

GUESSED = 0.8
"""From this share of turns that begin exactly where the last ended, ends are made up."""


def unstarted(turns: Sequence[Turn]) -> str:
    """Say that turns have no times; "" where each one with words has a start."""
    missing = any(turn.start is None for turn in turns if turn.text.strip())
    return "the source has no times" if missing else ""


def untimed(turns: Sequence[Turn]) -> str:
    """Say that turns can't be timed; "" where each one with words has a start and an end."""
    if unstarted(turns):
        return unstarted(turns)
    missing = any(turn.end is None for turn in turns if turn.text.strip())
    return "the source says when turns begin, not when they end" if missing else ""


def gapless(turns: Sequence[Turn]) -> str:
    """Say that silence and overlap can't be seen; "" where they can."""
    if untimed(turns):
        return untimed(turns)
    times = [(turn.start, turn.end) for turn in turns if turn.text.strip()]
    touching = [one[1] == other[0] for one, other in pairwise(times)]
    if touching and sum(touching) >= GUESSED * len(touching):
        return "in the source each turn ends where the next begins, so silence can't be seen"
    return ""


def undated(turns: Sequence[Turn]) -> str:
    """Say that turns have no day and time; "" where all have."""
    return "" if all(turn.at for turn in turns) else "the source has no dates"


def duration(turns: Sequence[Turn]) -> float:
    """Return how many seconds a talk took, from its first word to its last known time."""
    starts = [turn.start for turn in turns if turn.start is not None]
    ends = [turn.end for turn in turns if turn.end is not None]
    return max([*starts, *ends]) - min(starts) if starts else 0.0
