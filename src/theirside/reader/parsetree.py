"""A regular expression's parse tree: where its pieces meet at a word's edge, how they are spelt.

The tree is Python's own (``re._parser``): pairs of a name and its content. Whatever is not known
here counts as "may be anything", which is always safe for ``theirside.reader.required``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

ANY = "\0"
"""In a spelling: any characters at all, or none."""
SOME_DIGIT = "\1"
EDGE = "\2"
"""In a spelling: a place with a word's character on at most one side."""
SPELLINGS = 3000
_WORD_CATEGORIES = ("CATEGORY_NOT_WORD", "CATEGORY_SPACE")


@dataclass(frozen=True, slots=True)
class Ends:
    """Whether every match of a node starts (ends) at a word's edge, and whether it may be empty.

    An assertion of an edge, such as ``\\b``, counts as not empty: it stands there like a space.
    """

    starts: bool
    ends: bool
    empty: bool


_TRANSPARENT = Ends(starts=True, ends=True, empty=True)
_OPAQUE = Ends(starts=False, ends=False, empty=True)
_CLOSED = Ends(starts=True, ends=True, empty=False)


def parsed(regex: str) -> list[Any]:
    """Return the nodes of a regular expression in which case is ignored."""
    parser = getattr(re, "_parser")  # noqa: B009 (typeshed does not know it)
    return list(parser.parse(regex, re.IGNORECASE))


def edges_between(ends: Sequence[Ends], *, left: bool, right: bool) -> list[bool]:
    """Return for each place between (and around) nodes whether a word's edge is certain there."""
    after = [left]
    for each in ends:
        after.append(each.ends and (not each.empty or after[-1]))
    before = [right]
    for each in reversed(ends):
        before.append(each.starts and (not each.empty or before[-1]))
    return [one or other for one, other in zip(after, reversed(before), strict=True)]


def row(nodes: Sequence[Any]) -> Ends:
    """Return how a row of nodes starts and ends."""
    starts = ends = empty = True
    for node in nodes:
        one = ends_of(node)
        starts = starts and one.starts
        if not one.empty:
            empty = False
            break
    for node in reversed(nodes):
        one = ends_of(node)
        ends = ends and one.ends
        if not one.empty:
            break
    return Ends(starts, ends, empty)


def ends_of(node: Any) -> Ends:
    name, content = str(node[0]), node[1]
    if name == "LITERAL":
        sign = not chr(content).isalnum()
        return Ends(sign, sign, empty=False)
    if name == "IN":
        outside = all(_outside(member) for member in content)
        return Ends(outside, outside, empty=False)
    if name == "SUBPATTERN":
        return row(list(content[3]))
    if name == "ATOMIC_GROUP":
        return row(list(content))
    if name == "BRANCH":
        rows = [row(list(each)) for each in content[1]]
        return Ends(
            all(each.starts for each in rows),
            all(each.ends for each in rows),
            any(each.empty for each in rows),
        )
    if name.endswith("_REPEAT"):
        once = row(list(content[2]))
        return Ends(once.starts, once.ends, once.empty or content[0] == 0)
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return _CLOSED if _is_edge(name, content) else _TRANSPARENT
    return _OPAQUE if name not in ("ANY", "NOT_LITERAL") else Ends(False, False, empty=False)


def _is_edge(name: str, content: Any) -> bool:
    """Say whether an assertion is one of a word's edge: ``\\b ^ $`` and lookarounds like them."""
    if name == "AT":
        return str(content) != "AT_NON_BOUNDARY"
    direction, inner = content[0], list(content[1])
    if name == "ASSERT":
        seen = row(inner)
        return not seen.empty and (seen.starts if direction > 0 else seen.ends)
    if len(inner) != 1 or str(inner[0][0]) != "IN":
        return False
    members = [(str(member[0]), _category(member)) for member in inner[0][1]]
    return members[0][0] != "NEGATE" and any(kind == "CATEGORY_WORD" for _, kind in members)


def _category(member: Any) -> str:
    return str(member[1]) if str(member[0]) == "CATEGORY" else ""


def _outside(member: Any) -> bool:
    """Say whether a member of a character set is outside of words."""
    if str(member[0]) == "LITERAL":
        return not chr(member[1]).isalnum()
    return _category(member) in _WORD_CATEGORIES


def spell(nodes: Sequence[Any]) -> set[str]:
    """Return all spellings of nodes in a row; more than the limit means too many."""
    found = {""}
    for node in nodes:
        ways = _spellings(node)
        if len(found) * len(ways) > SPELLINGS:
            return {str(number) for number in range(SPELLINGS + 1)}
        found = {start + end for start in found for end in ways}
    return found


def _spellings(node: Any) -> set[str]:
    name, content = str(node[0]), node[1]
    if name == "LITERAL":
        return {_letter(content)}
    if name == "IN":
        return {_member(each) for each in content}
    if name == "SUBPATTERN":
        return spell(list(content[3]))
    if name == "BRANCH":
        return set().union(*(spell(list(each)) for each in content[1]))
    if name.endswith("_REPEAT"):
        inner = spell(list(content[2]))
        if content[1] != 1:
            inner = {each + ANY for each in inner} if content[0] else {ANY}
        return inner if content[0] else {"", *inner}
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {EDGE if _is_edge(name, content) else ""}
    return {ANY}


def _letter(code: int) -> str:
    letter = chr(code)
    if letter.isascii() or not letter.isalnum():
        return letter.lower()
    return ANY  # its capital may not be what lower() makes small again


def _member(member: Any) -> str:
    if str(member[0]) == "LITERAL":
        return _letter(member[1])
    if str(member[0]) == "RANGE" and tuple(member[1]) == (ord("0"), ord("9")):
        return SOME_DIGIT
    if _category(member) == "CATEGORY_DIGIT":
        return SOME_DIGIT
    return EDGE if _category(member) in _WORD_CATEGORIES else ANY
