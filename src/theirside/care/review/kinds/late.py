"""``late``: something that stands too far down to be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.phrase import Search, search
from theirside.care.review.them import Them


@dataclass(frozen=True, slots=True)
class Late:
    """Fires where what is looked for first stands after more than ``after`` words of the body."""

    search: Search
    after: int

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the first place, if it is late; ``{count}`` words stand before it."""
        for clause, match in self.search.found(draft):
            before = sum(each.size for each in draft.body if each.end <= clause.start)
            if before > self.after:
                yield Hit(*clause.smooth.span(*match.span()), (("count", str(before)),))
            return


def read(content: dict[str, Any]) -> Late:
    """Return the kind as a rule file has it: ``patterns`` and their circumstances, ``after``."""
    return Late(search(content), int(content["after"]))
