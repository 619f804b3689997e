"""``written``: how something is written: capitals, marks, spaces. Capitals matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.parts import links
from theirside.care.review.them import Them


@dataclass(frozen=True, slots=True)
class Written:
    """Fires at each match of ``pattern`` in what is ours, as it stands there.

    ``instead`` may take its place without changing the meaning (None where nothing may); it may
    name groups of the match (``\\1``). Links and addresses are passed over.
    """

    pattern: re.Pattern[str]
    instead: str | None
    once: bool

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each place."""
        linked = list(links(draft.text))
        for start, end in draft.own:
            for match in self.pattern.finditer(draft.text, start, end):
                if any(left < match.end() and match.start() < right for left, right in linked):
                    continue
                fix = None if self.instead is None else match.expand(self.instead)
                yield Hit(*match.span(), fix=fix)
                if self.once:
                    return


def read(content: dict[str, Any]) -> Written:
    """Return the kind as a rule file has it: ``pattern``, ``instead``, ``once``."""
    return Written(
        re.compile(content["pattern"], re.MULTILINE),
        content.get("instead"),
        content.get("once", "no") in {"yes", "true"},
    )
