"""``grade``: a text that takes more years of school to read than it should.

The grade is that of Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation of new readability
formulas": 0.39 × words per sentence + 11.8 × syllables per word - 15.59.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.them import Them

_SOUNDS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^dt]ed|[^l]e)$")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grade:
    """Fires where the body, of at least ``least`` words, has a grade above ``most``."""

    most: float
    least: int

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the hardest sentence; ``{grade}`` is that of the whole."""
        sentences = [
            (each, _WORD.findall(each.smooth.text))
            for each in draft.body
            if "://" not in each.smooth.text
        ]
        sentences = [(each, words) for each, words in sentences if words]
        if sum(len(words) for _, words in sentences) < self.least:
            return
        whole = grade([words for _, words in sentences])
        if whole > self.most:
            hardest, _ = max(sentences, key=lambda each: grade([each[1]]))
            told = (("grade", f"{whole:.0f}"), ("limit", f"{self.most:.0f}"))
            yield Hit(hardest.start, hardest.end, told)


def grade(sentences: list[list[str]]) -> float:
    """Return the years of school that sentences, as lists of words, take to read."""
    words = [word for sentence in sentences for word in sentence]
    sounds = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * sounds / len(words) - 15.59


def syllables(word: str) -> int:
    """Return how many syllables an English word has, by its vowels: right nine times in ten."""
    small = word.casefold()
    found = len(_SOUNDS.findall(small))
    return max(1, found - (len(small) > 3 and _SILENT.search(small) is not None))


def read(content: dict[str, Any]) -> Grade:
    """Return the kind as a rule file has it: ``most`` (a grade) and ``least`` (words, 60)."""
    return Grade(float(content["most"]), int(content.get("least", "60")))
