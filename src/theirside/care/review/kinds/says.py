"""``says``: each place where a sentence says one of the patterns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.phrase import Search, search
from theirside.care.review.them import Them


@dataclass(frozen=True, slots=True)
class Says:
    """Fires where ``search`` finds something; with ``once``, only the first time in a draft."""

    search: Search
    once: bool

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each place."""
        for clause, match in self.search.found(draft):
            named = "body" if "body" in match.groupdict() else 0
            yield Hit(*clause.smooth.span(*match.span(named)))
            if self.once:
                return


def read(content: dict[str, Any]) -> Says:
    """Return the kind as a rule file has it: ``patterns`` and their circumstances, ``once``."""
    return Says(search(content), content.get("once", "no") in {"yes", "true"})
