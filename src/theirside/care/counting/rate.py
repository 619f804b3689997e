"""How often something happens: questions an hour, asks a mail, pressure in a thousand words.

In place of sentences ``what`` may be ``changes`` (one side speaks after the other) or
``interruptions`` (we begin to speak while they still do).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from theirside.care.counting._choosing import chosen, opening_quotes, quotes, sides
from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered, divided, of_rate
from theirside.care.spoken import Spoken
from theirside.care.timing import duration
from theirside.conversation import Side

LABELS: Mapping[str, tuple[str, ...]] = {}
OVERLAP = 0.3
"""Seconds: what overlaps for less is two people meeting, not one cutting in."""
NO_OVERLAPS = "no two turns overlap anywhere, so the source perhaps can't show it"


def tally(spoken: Spoken, how: How) -> Tally:
    """Return what happened, out of the hours, words, mails or talks in which it might have."""
    of = _of(spoken, how)
    if how.what == "changes":
        return Tally(_changes(spoken), of)
    if how.what == "interruptions":
        if not _overlaps(spoken):
            return Tally(lacks=NO_OVERLAPS)
        found = interruptions(spoken)
        return Tally(len(found), of, opening_quotes(spoken, found))
    said = chosen(spoken, how.count)
    return Tally(len(said), of, quotes(spoken, said))


def _of(spoken: Spoken, how: How) -> float:
    wanted = sides(how.of.side)
    if how.per == "mail":
        return sum(
            words > 0 and side in wanted
            for words, side in zip(spoken.words, spoken.sides, strict=True)
        )
    if how.per == "thousand words":
        return sum(spoken.words_of(side) for side in wanted) / 1000
    if how.per == "talk":
        return 1.0
    return duration(spoken.turns) / (60 if how.per == "minute" else 3600)


def _changes(spoken: Spoken) -> int:
    """Return how often the other side takes the turn; "mm-hm" takes none."""
    order = [
        side
        for number, side in enumerate(spoken.sides)
        if side is not Side.UNKNOWN and spoken.words[number] and not spoken.is_backchannel(number)
    ]
    return sum(one is not other for one, other in pairwise(order))


def interruptions(spoken: Spoken) -> list[int]:
    """Return our turns that begin while one of theirs goes on; "mm-hm" cuts nobody off."""
    return [
        number
        for number in range(1, len(spoken.turns))
        if not (spoken.is_backchannel(number - 1) or spoken.is_backchannel(number))
        and spoken.sides[number - 1 : number + 1] == (Side.THEIRS, Side.OURS)
        and _overlap(spoken, number) >= OVERLAP
    ]


def _overlap(spoken: Spoken, number: int) -> float:
    """Return for how many seconds a turn overlaps the one before it; negative for silence."""
    end, start = spoken.turns[number - 1].end, spoken.turns[number].start
    return end - start if end is not None and start is not None else 0.0


def _overlaps(spoken: Spoken) -> bool:
    return any(_overlap(spoken, number) > 0 for number in range(1, len(spoken.turns)))


def estimate(gathered: Gathered, how: How) -> Estimate:  # noqa: ARG001 (as its siblings)
    """Return the rate in its unit, and its interval."""
    return divided(gathered, of_rate)
