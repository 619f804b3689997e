"""``missing``: something that a draft of its kind ought to say, and doesn't."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.phrase import Phrase, Search, phrases, search
from theirside.care.review.them import Them


@dataclass(frozen=True, slots=True)
class Missing:
    """Fires where nothing of ``search`` stands in a body of at least ``least`` words.

    With ``at``, only where that stands, which is then underlined; else the first sentence is.
    With ``first``, only in a draft that answers nothing.
    """

    search: Search
    at: tuple[Phrase, ...]
    least: int
    first: bool

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield one place, if it is missing."""
        size = sum(each.size for each in draft.body)
        if size < self.least or not size or (self.first and draft.is_reply):
            return
        if not self.search.fits(draft) or next(self.search.found(draft), None) is not None:
            return
        if not self.at:
            yield Hit(draft.body[0].start, draft.body[0].end)
            return
        for clause, match in Search(self.at).found(draft):
            yield Hit(*clause.smooth.span(*match.span()))
            return


def read(content: dict[str, Any]) -> Missing:
    """Return the kind as a rule file has it: ``patterns``, ``at``, ``least`` (words), ``first``."""
    return Missing(
        search=search(content),
        at=phrases(content.get("at")),
        least=int(content.get("least", "1")),
        first=content.get("first", "no") in {"yes", "true"},
    )
