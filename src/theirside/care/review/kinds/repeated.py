"""``repeated``: a word written twice, or several sentences in a row that begin alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.phrase import Phrase, phrases
from theirside.care.review.them import Them

_TWICE = re.compile(r"(?<![\w'.-])([a-z]+(?:'[a-z]+)?)( +\1)+(?![\w'-])", re.IGNORECASE)
_SLIPS = frozenset(
    "a about an and any are as at be been but by can do does for from give had has have he her his "
    "i if in into is it its like may me must my not of on one or our out she should than that the "
    "their them then there they this to up us was we were when which who will with would you "
    "your".split()
) - {"had", "is", "that"}
"""Words that nobody doubles on purpose. Others are meant ("many many"), names or code."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """Fires at a doubled word, or where ``times`` sentences in a row begin with ``opening``."""

    opening: tuple[Phrase, ...]
    times: int

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each place; a doubled word with its fix."""
        if self.opening:
            yield from self._rows(draft)
            return
        for clause in draft.clauses:
            for match in _TWICE.finditer(clause.smooth.text):
                if match[1] not in _SLIPS or not _is_same(match):
                    continue
                start, end = clause.smooth.span(*match.span())
                yield Hit(start, end, fix=match[1])

    def _rows(self, draft: Draft) -> Iterator[Hit]:
        row = 0
        for clause in draft.body:
            begins = any(m.start() == 0 for each in self.opening for m in each.matches(clause))
            row = row + 1 if begins else 0
            if row == self.times:
                yield Hit(clause.start, clause.end, (("count", str(self.times)),))


def _is_same(match: re.Match[str]) -> bool:
    """Say whether a word stands twice in the very same letters: "US us" is no slip."""
    return len(set(match[0].split())) == 1


def read(content: dict[str, Any]) -> Repeated:
    """Return the kind as a rule file has it: ``opening`` and ``times``; neither for words."""
    return Repeated(phrases(content.get("opening")), int(content.get("times", "3")))
