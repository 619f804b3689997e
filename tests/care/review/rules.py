"""Rules made for tests of their kinds."""

from __future__ import annotations

from typing import Any

from theirside.care.review import DraftKind, Finding, Them, review
from theirside.care.review.rule import Rule, rule_of


def rule(kind: str, **content: Any) -> Rule:
    """Return a rule of this kind; every value as a data file has it, all scalars text."""
    head = {
        "id": "tried.out",
        "name": "Tried out",
        "message": "“{words}”",
        "why": "w",
        "better": "b",
        "source": "s",
    }
    return rule_of({**head, "kind": kind, **content})


def found(
    it: Rule, text: str, kind: DraftKind = DraftKind.MAIL, them: Them | None = None
) -> list[str]:
    """Return what the rule underlines in a draft."""
    return [text[each.start : each.end] for each in findings(it, text, kind, them)]


def findings(
    it: Rule, text: str, kind: DraftKind = DraftKind.MAIL, them: Them | None = None
) -> list[Finding]:
    """Return what the rule finds in a draft."""
    return review(text, kind, them, chosen=[it])
