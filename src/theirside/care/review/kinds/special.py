"""``special``: a sentence touches health, religion, politics or the like of a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Clause, Draft
from theirside.care.review.finding import Hit
from theirside.care.review.them import Them
from theirside.conversation import Channel, Side
from theirside.reader.reader import Sentence
from theirside.reader.special import special_reader


@dataclass(frozen=True, slots=True)
class Special:
    """Fires at each sentence that the reader's own patterns would keep out of everything."""

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each sentence."""
        reader = special_reader()
        for clause in draft.clauses:
            if reader.annotate([_sentence(draft, clause)]):
                yield Hit(clause.start, clause.end)


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
