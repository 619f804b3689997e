"""``special``: a sentence touches health, religion, politics or the like of a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from theirside.care.review.draft import Clause, Draft
from theirside.care.review.finding import Hit
from theirside.care.review.them import Them
from theirside.conversation import Channel, Side
from theirside.reader.patterns import SPECIAL, PatternReader
from theirside.reader.reader import Sentence


@dataclass(frozen=True, slots=True)
class Special:
    """Fires at each sentence that the reader's own patterns would keep out of everything."""

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each sentence."""
        reader = _reader()
        for clause in draft.clauses:
            if reader.annotate([_sentence(draft, clause)]):
                yield Hit(clause.start, clause.end)


@cache
def _reader() -> PatternReader:
    from theirside.reader.label import rules

    return PatternReader([each for each in rules() if each.id == SPECIAL])


def _sentence(draft: Draft, clause: Clause) -> Sentence:
    return Sentence(
        turn=0,
        start=clause.start,
        end=clause.end,
        text=draft.text[clause.start : clause.end],
        side=Side.OURS,
        speaker="",
        before="",
        before_side=Side.OURS,
        channel=Channel.MAIL,
        at=None,
    )


def read(content: dict[str, Any]) -> Special:  # noqa: ARG001
    """Return the kind; it takes nothing."""
    return Special()
