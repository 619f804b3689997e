"""Whose words the talk turns on, told by words of content, greetings and small words left out.

``what`` is ``topics`` (of the words that both sides use, how many they brought up first) or
``own_words`` (of the words that they brought up and came back to, how many we used afterwards).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from theirside.care.counting._choosing import quotes
from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered, divided, of_share
from theirside.care.spoken import Said, Spoken
from theirside.conversation import Side

LABELS: Mapping[str, tuple[str, ...]] = {}
CAME_BACK = 2
"""Times that they must use a word for it to be one of theirs."""
SHORTEST = 3
"""Letters of a word that may be a topic."""


@dataclass(slots=True)
class _Word:
    """A word of content: who said it first and where, and what came of it."""

    first: Said
    theirs: int = 0
    ours: Said | None = None
    both: bool = False


def tally(spoken: Spoken, how: How) -> Tally:
    """Return the words in question, and how many are as the measure says."""
    words = list(_words(spoken).values())
    if how.what == "topics":
        shared = [each for each in words if each.both]
        found = [each.first for each in shared if each.first.side is Side.THEIRS]
        return Tally(len(found), len(shared), quotes(spoken, dict.fromkeys(found)))
    own = [each for each in words if each.first.side is Side.THEIRS and each.theirs >= CAME_BACK]
    taken = [each.ours for each in own if each.ours is not None]
    ordered = sorted(dict.fromkeys(taken), key=lambda each: (each.turn, each.start))
    return Tally(len(taken), len(own), quotes(spoken, ordered))


def _words(spoken: Spoken) -> dict[str, _Word]:
    found: dict[str, _Word] = {}
    for said, stems in zip(spoken.sentences, spoken.stems, strict=True):
        if said.side is Side.UNKNOWN or "small_talk" in said.labels:
            continue
        for stem in sorted(stems):
            if len(stem) < SHORTEST or stem[0].isdigit():
                continue
            word = found.setdefault(stem, _Word(said))
            if said.side is Side.THEIRS:
                word.theirs += 1
            elif word.ours is None and word.first.side is Side.THEIRS:
                word.ours = said
            word.both = word.both or said.side is not word.first.side
    return found


def estimate(gathered: Gathered, how: How) -> Estimate:  # noqa: ARG001 (as its siblings)
    """Return the share, 0..1, and its interval."""
    return divided(gathered, of_share)
