"""We said something, and after it they told more, or said that it was so."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.care.counting._choosing import chosen, fits
from theirside.care.intervals import median
from theirside.care.looking._turns import answers, sentences, shown, sureness, words
from theirside.care.moment import Found, How
from theirside.care.spoken import Said, Spoken
from theirside.conversation import Side

MORE_THAN_USUAL = 1.5
"""Times their usual turn that they must say for it to be more."""
SHOWN = 2
"""Sentences of theirs that are shown at most."""
MUCH = 80
"""Words of theirs from which on it is as strong as can be."""


def look(spoken: Spoken, how: How) -> Iterator[Found]:
    """Yield our sentence and what they said after it; one for each turn of ours, the last said."""
    last = {each.turn: each for each in chosen(spoken, how.ours)}
    for ours in last.values():
        turns = answers(spoken, ours.turn)
        if words(spoken, turns) < max(how.least, _usual(spoken) if how.least else 0):
            continue
        told = _told(spoken, turns, how)
        evidence = shown(spoken, [ours, *told]) if told else ()
        if evidence:
            much = min(1.0, 0.5 + words(spoken, turns) / (2 * MUCH))
            yield Found(evidence, much * sureness(spoken, ours, how.ours.labels))


def _told(spoken: Spoken, turns: list[int], how: How) -> list[Said]:
    """Return what they told that is looked for, else how they began."""
    said = sentences(spoken, turns)
    if how.has is None:
        return said[:1]
    has = how.has
    looked_at = said[:1] if how.first else said
    return [each for each in looked_at if fits(each, has)][:SHOWN]


def _usual(spoken: Spoken) -> float:
    """Return the words of theirs in a turn from which on they say more than usual."""
    theirs = [
        float(count)
        for count, side in zip(spoken.words, spoken.sides, strict=True)
        if side is Side.THEIRS and count
    ]
    return MORE_THAN_USUAL * median(theirs) if theirs else 0.0
