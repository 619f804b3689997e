"""Safe changes: what may stand there instead without changing what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theirside.care.review.finding import Finding


@dataclass(frozen=True, slots=True)
class Change:
    """A finding whose words ``old`` were replaced by ``new``."""

    finding: Finding
    old: str
    new: str


def fixed(text: str, findings: Sequence[Finding]) -> tuple[str, list[Change]]:
    """Return the text with every safe change made, and the changes in the order of the text.

    Of two that overlap the first is made. None takes a line break away or adds one.
    """
    parts: list[str] = []
    changes: list[Change] = []
    done = 0
    for each in sorted(findings, key=lambda finding: (finding.start, finding.end)):
        old = text[each.start : each.end]
        if each.fix is None or each.start < done or "\n" in old + each.fix or old == each.fix:
            continue
        parts += [text[done : each.start], each.fix]
        changes.append(Change(each, old, each.fix))
        done = each.end
    return "".join([*parts, text[done:]]), changes
