"""``against``: a draft goes against something that is known of the person whom it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft, DraftKind, draft
from theirside.care.review.finding import Hit
from theirside.care.review.phrase import Phrase, Search, phrases, says, search
from theirside.care.review.them import Them
from theirside.understand.understanding import Observation


@dataclass(frozen=True, slots=True)
class Against:
    """Fires where they said one of ``they`` of one of ``facets``, and the draft does otherwise.

    Otherwise means, all that is given: it says what ``search`` looks for; its body has more than
    ``most`` words; it has no line like ``lacks``. A group ``same`` in both must be the same word.
    Only what was said in the last ``fresh`` days counts, and no month named there may have begun
    since. With ``unmet``, it counts only if no turn of ours since then says ``unless_draft``.
    """

    facets: tuple[str, ...]
    they: tuple[Phrase, ...]
    they_unless: tuple[Phrase, ...]
    search: Search
    most: int
    lacks: re.Pattern[str] | None
    fresh: int | None
    unmet: bool

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:
        """Yield one place, for the newest thing that they said; the quote says so."""
        if them is None or not draft.body or not self.search.fits(draft):
            return
        for known in them.known(self.facets, self.fresh):
            said = self._said(known)
            if said is None or them.is_over(known.statement, known.last_at):
                continue
            if self.unmet and self._met(known, them):
                continue
            for hit in self._otherwise(draft, said, known):
                yield hit
                return

    def _said(self, known: Observation) -> re.Match[str] | None:
        statement = draft(known.statement, DraftKind.NOTE)
        if says(statement, self.they_unless):
            return None
        found = (m for c in statement.clauses for each in self.they for m in each.matches(c))
        return next(found, None)

    def _met(self, known: Observation, them: Them) -> bool:
        return any(
            says(draft(turn.text, DraftKind.NOTE), self.search.unless_draft)
            for turn in them.ours_since(known.evidence[-1])
        )

    def _otherwise(self, draft: Draft, said: re.Match[str], known: Observation) -> Iterator[Hit]:
        size = sum(each.size for each in draft.body)
        told = (("said", known.statement), ("count", str(size)), ("limit", str(self.most)))
        quotes = known.evidence[-1:]
        if size <= self.most:
            return
        if self.lacks and any(self.lacks.search(draft.text[a:b]) for a, b in draft.own):
            return
        if not self.search.phrases:
            yield Hit(draft.body[0].start, draft.body[0].end, told, quotes)
            return
        for clause, match in self.search.found(draft):
            if _same(said, match):
                yield Hit(*clause.smooth.span(*match.span()), told, quotes)


def _same(said: re.Match[str], match: re.Match[str]) -> bool:
    theirs, ours = said.groupdict().get("same"), match.groupdict().get("same")
    if theirs is None or ours is None:
        return True
    return theirs.casefold().rstrip("s") == ours.casefold().rstrip("s")


def read(content: dict[str, Any]) -> Against:
    """Return the kind as a rule file has it; ``patterns`` say what the draft must not."""
    return Against(
        facets=tuple(content["facets"]),
        they=phrases(content["they"]),
        they_unless=phrases(content.get("they_unless")),
        search=search({"patterns": [], **content}),
        most=int(content.get("most", "0")),
        lacks=re.compile(content["lacks"], re.MULTILINE) if "lacks" in content else None,
        fresh=int(content["fresh"]) if "fresh" in content else None,
        unmet=content.get("unmet", "no") in {"yes", "true"},
    )
