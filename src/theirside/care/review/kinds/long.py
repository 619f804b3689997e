"""``long``: a draft, paragraph, sentence or subject of more words than ``most``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from theirside.care.review.draft import Clause, Draft, Part
from theirside.care.review.finding import Hit
from theirside.care.review.them import Them

OF = ("draft", "paragraph", "sentence", "subject")


@dataclass(frozen=True, slots=True)
class Long:
    """Fires where an ``of`` has more than ``most`` words."""

    of: str
    most: int

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each that is too long; of a draft, its first sentence is underlined."""
        for clauses in self._stretches(draft):
            size = sum(each.size for each in clauses)
            if size > self.most:
                end = clauses[0].end if self.of in {"draft", "paragraph"} else clauses[-1].end
                told = (("count", str(size)), ("limit", str(self.most)))
                yield Hit(clauses[0].start, end, told)

    def _stretches(self, draft: Draft) -> Iterator[list[Clause]]:
        if self.of == "subject":
            found = [each for each in draft.clauses if each.part is Part.SUBJECT]
            yield from [found] if found else []
        elif self.of == "draft":
            yield from [list(draft.body)] if draft.body else []
        elif self.of == "paragraph":
            for _, clauses in groupby(draft.body, key=lambda each: each.paragraph):
                yield list(clauses)
        else:
            yield from ([each] for each in draft.body if not _is_a_list(each))


def _is_a_list(clause: Clause) -> bool:
    """Say whether it is a table or list run together: every fifth word or more holds a figure."""
    words = clause.smooth.text.split()
    return 5 * sum(any(sign.isdigit() for sign in word) for word in words) >= len(words)


def read(content: dict[str, Any]) -> Long:
    """Return the kind as a rule file has it: ``of``, one of ``OF``, and ``most``, in words."""
    if content["of"] not in OF:
        raise ValueError(f"of; {content['of']!r} is none of {', '.join(OF)}")
    return Long(content["of"], int(content["most"]))
