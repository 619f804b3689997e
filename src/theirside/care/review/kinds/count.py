"""``count``: something that a draft does more often than ``most`` times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.phrase import Search, search
from theirside.care.review.them import Them


@dataclass(frozen=True, slots=True)
class Count:
    """Fires once, at the first time too many; ``{count}`` and ``{limit}`` tell of it."""

    search: Search
    most: int

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the first place beyond what is fine."""
        found = list(self.search.found(draft))
        if len(found) > self.most:
            clause, match = found[self.most]
            told = (("count", str(len(found))), ("limit", str(self.most)))
            yield Hit(*clause.smooth.span(*match.span()), told)


def read(content: dict[str, Any]) -> Count:
    """Return the kind as a rule file has it: ``patterns`` and their circumstances, ``most``."""
    return Count(search(content), int(content["most"]))
