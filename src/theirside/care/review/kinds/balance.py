"""``balance``: one thing outweighs another: more asked than given, more of us than of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.phrase import Search, search
from theirside.care.review.them import Them


@dataclass(frozen=True, slots=True)
class Balance:
    """Fires where ``search`` is found ``least`` times and more than ``most`` × ``against``.

    ``most`` is a ratio, 1 for "no more of this than of that". ``{count}`` and ``{other}`` tell how
    often each was found.
    """

    search: Search
    against: Search
    least: int
    most: float

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the first place of what is too much."""
        found = list(self.search.found(draft))
        if len(found) < self.least:
            return
        others = sum(1 for _ in self.against.found(draft))
        if len(found) > self.most * others:
            clause, match = found[0]
            told = (("count", str(len(found))), ("other", str(others)))
            yield Hit(*clause.smooth.span(*match.span()), told)


def read(content: dict[str, Any]) -> Balance:
    """Return the kind as a rule file has it: ``patterns``, ``against``, ``least``, ``most``."""
    return Balance(
        search=search(content),
        against=search({"against": content["against"]}, "against"),
        least=int(content.get("least", "1")),
        most=float(content.get("most", "1")),
    )
