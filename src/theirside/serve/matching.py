"""Which lines of the offer a need touches: by the customers' words for them, else by meaning.

What speaks for us must be said by words to count as an answer; what speaks against us counts
sooner. Words that the need denies ("no sensors") touch nothing, except where they lack what a line
gives: a pain is most often told by what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from theirside.serve.fit import AGAINST, Kind, Line, Match, Need
from theirside.understand.words import stem, stems_of, word_lists, words_of

ALIKE = 0.45
"""Likeness from which a need and a line are taken to be about the same: on the sample every pair
above it is, and below 0.4 most are not (docs/fit.md)."""
_WORD = re.compile(r"\d+(?:[.:]\d+)*[^\W\d_]*|[^\W_]+(?:['’][^\W_]+)*")
_NEAR = 40
"""Characters before a place in which a negation reaches it."""
_BREAK = re.compile(r"[,;:–—()!?]|\b(?:but|because|so|though)\b", re.IGNORECASE)
_NOT = frozenset("mustnt neednt shant aint".split())
_LACKING = re.compile(
    r"\b(?:have|has|had|got|there (?:is|was)|with|lacks?)\b[^,;.]{0,12}\b(?:no|any|of)\s*$",
    re.IGNORECASE,
)


def matches_for(need: Need, lines: Sequence[Line], alike: Mapping[str, float]) -> list[Match]:
    """Return the lines that a need touches, those found by most words first.

    ``alike`` gives the likeness (0..1) of the need to lines by their statement, where meaning is
    to count too.
    """
    found = [_match(need, line, alike.get(line.statement, 0.0)) for line in lines]
    kept = [each for each in found if each is not None]
    return sorted(kept, key=lambda each: (not each.strong, -len(each.words), -each.likeness))


def _match(need: Need, line: Line, likeness: float) -> Match | None:
    words = tuple(phrase for phrase in line.words if _stands(need, line, phrase))
    if words:
        return Match(line, words, likeness, _is_strong(need, line, words, likeness))
    if likeness < ALIKE or line.kind is Kind.PRICE:
        return None
    return Match(line, (), likeness, strong=False)


def _is_strong(need: Need, line: Line, words: Sequence[str], likeness: float) -> bool:
    """Say whether words are enough: one word alone ("van") may stand there by the way."""
    if line.kind in AGAINST or likeness >= ALIKE:
        return True
    told = {stem for phrase in words for stem in stems_of(phrase)}
    if len(told) > 1:
        return True
    return bool((stems_of(need.statement) - told) & stems_of(line.statement))


def _stands(need: Need, line: Line, phrase: str) -> bool:
    place = place_of(need.statement, phrase)
    if place is None:
        return False
    if _is_denying(phrase) or not _is_denied(need.statement, place[0]):
        return True
    if need.facet != "pain":
        return False
    return line.kind not in AGAINST or bool(_LACKING.search(need.statement[: place[0]]))


def _is_denied(text: str, start: int) -> bool:
    """Say whether a negation stands before a place, in the same clause and close by."""
    clause = _BREAK.split(text[max(0, start - _NEAR) : start])[-1]
    return any(word in word_lists().negation or word in _NOT for word in words_of(clause))


def _is_denying(phrase: str) -> bool:
    return any(word in word_lists().negation for word in phrase.casefold().split())


def place_of(text: str, phrase: str) -> tuple[int, int] | None:
    """Return where a phrase's words stand in a text, in any form and order; None if not all do.

    The place reaches from the phrase's first word there to its last.
    """
    wanted = [stem(_bare(word)) for word in _WORD.findall(phrase)]
    at: dict[str, re.Match[str]] = {}
    for found in _WORD.finditer(text):
        at.setdefault(stem(_bare(found[0])), found)
    if not wanted or any(each not in at for each in wanted):
        return None
    places = [at[each] for each in wanted]
    return min(each.start() for each in places), max(each.end() for each in places)


def _bare(word: str) -> str:
    return word.casefold().replace("'", "").replace("’", "")
