"""We began to speak while they still did, and they let us."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.care.counting.rate import interruptions
from theirside.care.looking._turns import sentences, shown
from theirside.care.moment import Found, How
from theirside.care.spoken import Spoken


def look(spoken: Spoken, how: How) -> Iterator[Found]:
    """Yield their last sentence and our first, where they had ``least`` words and go on no more."""
    for number in interruptions(spoken):
        theirs, ours = sentences(spoken, [number - 1]), sentences(spoken, [number])
        if spoken.words[number - 1] < how.least or spoken.words[number] < how.least:
            continue
        evidence = shown(spoken, [theirs[-1], ours[0]])
        if evidence:
            yield Found(evidence)
