"""The reading grade of a text: how many years of an American school it takes (Kincaid 1975).

It knows English only, counts syllables by letters, and sees length rather than sense.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<![aeiouyl])e$|(?<![aeiouylsxzcg])(?<!sh)(?<!ch)es$|(?<=[aeiouy])les?$|(?<=[^aeioutdy])ed$"
)


def grade(sentences: Sequence[str]) -> float:
    """Return the Flesch-Kincaid grade: 0.39 words/sentence + 11.8 syllables/word - 15.59."""
    words = [word for each in sentences for word in _WORD.findall(each)]
    told = sum(1 for each in sentences if _WORD.search(each))
    if not words:
        return 0.0
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / told + 11.8 * spoken / len(words) - 15.59


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels, not silent e."""
    plain = word.casefold().replace("’", "'").partition("'")[0]
    bare = _SILENT.sub("", plain) if len(plain) > 3 else plain
    return max(1, len(_VOWELS.findall(bare)))
