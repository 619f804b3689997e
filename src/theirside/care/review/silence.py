"""What is silenced: packs and rules switched off, for everybody or one person, and lines.

In a draft, ``theirside: off RULES`` silences the line that it stands on; alone on a line, the
paragraph below it; with ``everywhere``, the whole draft. RULES are rules or packs
(``pressure.guilt plain``); without any, all are meant. It may stand in ``<!-- -->``, ``[ ]``,
``( )`` or after ``#`` or ``//``, and is never reviewed itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

COMMENT = re.compile(
    r"(?:<!--|\[|\(|#+|//)?[ \t]*\btheirside:[ \t]*off\b(?P<rules>[^\n\])>]*?)"
    r"[ \t]*(?:-->|\]|\)|$)",
    re.IGNORECASE | re.MULTILINE,
)
EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Silence:
    """Lines ``first`` to ``last`` (from 1, both in) in which ``rules`` stay silent; () for all."""

    first: int
    last: int
    rules: tuple[str, ...]

    def holds(self, rule: str, line: int) -> bool:
        """Say whether a rule stays silent on a line."""
        named = not self.rules or rule in self.rules or rule.partition(".")[0] in self.rules
        return named and self.first <= line <= self.last


def silences(text: str) -> tuple[Silence, ...]:
    """Return what the comments in a draft silence."""
    if "theirside:" not in text.casefold():
        return ()
    lines = text.split("\n")
    found: list[Silence] = []
    for number, line in enumerate(lines, start=1):
        for match in COMMENT.finditer(line):
            words = re.findall(r"[\w.-]+", match["rules"].casefold())
            rules = tuple(each for each in words if each != EVERYWHERE)
            first, last = number, number
            if EVERYWHERE in words:
                first, last = 1, len(lines)
            elif not COMMENT.sub("", line).strip():
                last = _end_of_paragraph(lines, number)
            found.append(Silence(first, last, rules))
    return tuple(found)


def _end_of_paragraph(lines: Sequence[str], number: int) -> int:
    """Return the last line of the paragraph below line ``number``."""
    last = number
    while last < len(lines) and lines[last].strip():
        last += 1
    return last


@dataclass(frozen=True, slots=True)
class Switch:
    """Somebody switched a rule or pack (``rule``) on or off; ``person`` is "" for everybody."""

    rule: str
    on: bool
    person: str = ""


def is_on(rule: str, by_default: bool, switches: Iterable[Switch], person: str = "") -> bool:
    """Say whether a rule is on: the narrowest switch decides (person before all, rule before pack).

    ``person`` is the id of whom the draft is for, or "".
    """
    pack = rule.partition(".")[0]
    best, decided = 0, by_default
    for each in switches:
        if each.rule not in {rule, pack} or each.person not in {"", person}:
            continue
        rank = 1 + (each.rule == rule) + 2 * bool(each.person)
        if rank > best:
            best, decided = rank, each.on
    return decided
