"""How often something happens: questions an hour, asks a mail, pressure in a thousand words.

``what`` may be ``changes`` (one side speaks after the other) or ``interruptions`` (we begin to speak
while they still do) in place of sentences.
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
NO_OVERLAPS = "no two turns overlap anywhere: perhaps the source can't show it"


def tally(spoken: Spoken, how: How) -> Tally:
    """Return what happened, out of the hours, words, mails or talks in which it might have."""
    of = _of(spoken, how)
    if how.what == "changes":
        return Tally(_changes(spoken), of)
    if how.what == "interruptions":
        found = interruptions(spoken)
        note = "" if _overlaps(spoken) else NO_OVERLAPS
        return Tally(len(found), of, opening_quotes(spoken, found), note=note)
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
    found = []
    for number, turn in enumerate(spoken.turns):
        if number == 0 or spoken.sides[number] is not Side.OURS or spoken.is_backchannel(number):
            continue
        before = spoken.turns[number - 1]
        theirs = spoken.sides[number - 1] is Side.THEIRS
        if theirs and not spoken.is_backchannel(number - 1) and before.end and turn.start:
            if before.end - turn.start >= OVERLAP:
                found.append(number)
    return found


def _overlaps(spoken: Spoken) -> bool:
    return any(
        one.end is not None and other.start is not None and one.end > other.start
        for one, other in pairwise(spoken.turns)
    )


def estimate(gathered: Gathered, how: How) -> Estimate:  # noqa: ARG001 (as its siblings)
    """Return the rate in its unit, and its interval."""
    return divided(gathered, of_rate)
