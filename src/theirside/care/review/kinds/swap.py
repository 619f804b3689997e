"""``swap``: a word for which there is a better one.

With ``fix`` the better one means the same and may be put there. With ``unless_theirs`` a word that
the person uses is left: it is theirs, and then there is no better one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.phrase import Phrase, Search, phrases, search
from theirside.care.review.them import Them


@dataclass(frozen=True, slots=True)
class Swap:
    """Fires at each of ``words``, pairs of what to look for and what to say instead."""

    search: Search
    words: tuple[tuple[Phrase, str], ...]
    fix: bool
    unless_theirs: bool

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:
        """Yield each place, with what to say instead as ``{instead}``."""
        for clause, match in self.search.found(draft):
            start, end = clause.smooth.span(*match.span())
            said = draft.text[start:end]
            if self.unless_theirs and them is not None and them.uses(match[0]):
                continue
            instead = self._instead(match[0])
            fix = _cased(instead, said) if self.fix and instead else None
            yield Hit(start, end, (("instead", instead),), fix=fix)

    def _instead(self, said: str) -> str:
        from theirside.care.review.phrase import compiled

        return next((new for old, new in self.words if compiled(old.regex).fullmatch(said)), "")


def _cased(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def read(content: dict[str, Any]) -> Swap:
    """Return the kind as a rule file has it: ``words``, a mapping, ``fix``, ``unless_theirs``."""
    listed = {f"(?:{old})(?![\\w'])": new for old, new in content["words"].items()}
    return Swap(
        search=search({**content, "patterns": list(listed)}),
        words=tuple((phrases(old)[0], new) for old, new in listed.items()),
        fix=content.get("fix", "no") in {"yes", "true"},
        unless_theirs=content.get("unless_theirs", "no") in {"yes", "true"},
    )
