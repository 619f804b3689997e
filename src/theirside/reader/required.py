"""Which words a sentence must hold for a regular expression to be able to match it.

Worked out from Python's own parse tree when ``labels/rules.json`` is written, so that a reader
compiles and tries only the few patterns that have a chance. The answer is a list of *ways*; a
sentence that matches satisfies at least one way, which is to say that it holds one word of each of
the way's sets. Where a piece of the expression is not understood, it asks for nothing: a set too
few costs time, a set too many would cost an annotation.

A word is what ``theirside.reader.tokens`` makes of a sentence; ``0`` stands for any digit, ``wor*``
for any word that begins so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from theirside.reader.tokens import DIGIT, PREFIX, SIGNS

Clause = frozenset[str]
Way = tuple[Clause, ...]

_ANY = "\0"
"""In a spelling: any characters at all, or none."""
_DIGIT = "\1"
_EDGE = "\2"
"""In a spelling: a place with a word's character on at most one side."""
_SPELLINGS = 3000
_SETS = 6
_FRAGMENT = re.compile(rf"[a-z0-9{_ANY}{_DIGIT}]+|[{re.escape(SIGNS)}]")
_WORD_CATEGORIES = ("CATEGORY_NOT_WORD", "CATEGORY_SPACE")


@dataclass(frozen=True, slots=True)
class _Ends:
    """Whether every match of a node starts (ends) at a word's edge, and whether it may be empty.

    An assertion of an edge, such as ``\\b``, counts as not empty: it stands there like a space.
    """

    starts: bool
    ends: bool
    empty: bool


_TRANSPARENT = _Ends(starts=True, ends=True, empty=True)
_OPAQUE = _Ends(starts=False, ends=False, empty=True)
_CLOSED = _Ends(starts=True, ends=True, empty=False)


def required(regex: str, frequency: Mapping[str, int]) -> tuple[Way, ...]:
    """Return the ways in which a sentence can match, each rarest set first; () for "any sentence".

    ``frequency`` says how often a word is seen, as a guess at which sets rule out most.
    """
    parser = getattr(re, "_parser")  # noqa: B009 (typeshed does not know it)
    walk = _Walk(lambda word: 10 * frequency.get(word, 0) + 1)
    ways = [walk.way(each) for each in _alternatives(list(parser.parse(regex, re.IGNORECASE)))]
    return tuple(ways) if all(ways) else ()


def _alternatives(nodes: list[Any]) -> list[list[Any]]:
    """Return the alternatives of an expression that is one choice among assertions."""
    for place, (name, content) in enumerate(nodes):
        if str(name) in ("ASSERT", "ASSERT_NOT", "AT"):
            continue
        if any(str(each[0]) not in ("ASSERT", "ASSERT_NOT", "AT") for each in nodes[place + 1 :]):
            break
        if str(name) == "SUBPATTERN":
            choices = _alternatives(list(content[3]))
        elif str(name) == "BRANCH":
            choices = [each for branch in content[1] for each in _alternatives(list(branch))]
        else:
            break
        return [[*nodes[:place], *each, *nodes[place + 1 :]] for each in choices]
    return [nodes]


class _Walk:
    def __init__(self, seen: Callable[[str], int]) -> None:
        self._seen = seen

    def way(self, nodes: Sequence[Any]) -> Way:
        """Return the sets of an alternative of the whole expression, rarest first."""
        return tuple(self._rarest(self._sequence(nodes, left=False, right=False))[:_SETS])

    def _cost(self, clause: Iterable[str]) -> int:
        return sum(self._seen(word) for word in clause)

    def _rarest(self, clauses: Iterable[Clause]) -> list[Clause]:
        kept: list[Clause] = []
        for clause in sorted(set(clauses), key=lambda each: (self._cost(each), sorted(each))):
            if not any(other <= clause for other in kept):
                kept.append(clause)
        return kept

    def _sequence(self, nodes: Sequence[Any], *, left: bool, right: bool) -> list[Clause]:
        """Return the sets of nodes in a row; ``left`` and ``right``: whether edges are there."""
        edges = _edges([_ends(node) for node in nodes], left=left, right=right)
        found: list[Clause] = []
        start = 0
        for end in range(1, len(nodes) + 1):
            if edges[end] or end == len(nodes):
                found += self._run(nodes[start:end], edges[start], edges[end])
                start = end
        return found

    def _run(self, nodes: Sequence[Any], left: bool, right: bool) -> list[Clause]:
        """Return the sets of nodes without an edge between them: a word made of pieces."""
        if len(nodes) == 1 and str(nodes[0][0]) not in ("LITERAL", "IN"):
            return self._node(nodes[0], left, right)
        spelt = _spell(nodes)
        if len(spelt) > _SPELLINGS:
            flags = [left, *([False] * (len(nodes) - 1)), right]
            return [
                clause
                for node, (before, after) in zip(nodes, pairwise(flags), strict=True)
                for clause in self._run([node], before, after)
            ]
        return self._one_of([[Clause((w,)) for w in _words(s, left, right)] for s in sorted(spelt)])

    def _node(self, node: Any, left: bool, right: bool) -> list[Clause]:
        name, content = str(node[0]), node[1]
        if name == "SUBPATTERN":
            return self._sequence(list(content[3]), left=left, right=right)
        if name == "ATOMIC_GROUP":
            return self._sequence(list(content), left=left, right=right)
        if name == "BRANCH":
            return self._one_of(
                [self._sequence(list(each), left=left, right=right) for each in content[1]]
            )
        if name.endswith("_REPEAT") and content[0] > 0:
            ends = _row(list(content[2]))
            joined = content[1] == 1 or (not ends.empty and (ends.starts or ends.ends))
            return self._sequence(list(content[2]), left=left, right=right and joined)
        return []

    def _one_of(self, choices: Sequence[Sequence[Clause]]) -> list[Clause]:
        """Return sets that hold whichever choice is taken: unions of one set of each."""
        if not all(choices):
            return []
        picks: list[Callable[[list[Clause]], Clause]] = [
            lambda sets: sets[0],
            lambda sets: sets[-1],
            lambda sets: min(sets, key=lambda each: (self._cost(each), sorted(each))),
        ]
        unions = [frozenset().union(*(pick(list(each)) for each in choices)) for pick in picks]
        shared: set[str] = set()
        for each in sorted(choices, key=len):
            shared |= min(each, key=lambda clause: (self._cost(clause - shared), sorted(clause)))
        return self._rarest([*unions, frozenset(shared)])


def _edges(ends: Sequence[_Ends], *, left: bool, right: bool) -> list[bool]:
    """Return for each place between (and around) nodes whether a word's edge is certain there."""
    after = [left]
    for each in ends:
        after.append(each.ends and (not each.empty or after[-1]))
    before = [right]
    for each in reversed(ends):
        before.append(each.starts and (not each.empty or before[-1]))
    return [one or other for one, other in zip(after, reversed(before), strict=True)]


def _row(nodes: Sequence[Any]) -> _Ends:
    """Return how a row of nodes starts and ends."""
    each = [_ends(node) for node in nodes]
    starts = ends = True
    for one in each:
        starts = starts and one.starts
        if not one.empty:
            break
    for one in reversed(each):
        ends = ends and one.ends
        if not one.empty:
            break
    return _Ends(starts, ends, all(one.empty for one in each))


def _ends(node: Any) -> _Ends:
    name, content = str(node[0]), node[1]
    if name == "LITERAL":
        sign = not chr(content).isalnum()
        return _Ends(sign, sign, empty=False)
    if name == "IN":
        outside = all(_outside(member) for member in content)
        return _Ends(outside, outside, empty=False)
    if name == "SUBPATTERN":
        return _row(list(content[3]))
    if name == "ATOMIC_GROUP":
        return _row(list(content))
    if name == "BRANCH":
        rows = [_row(list(each)) for each in content[1]]
        return _Ends(
            all(row.starts for row in rows),
            all(row.ends for row in rows),
            any(row.empty for row in rows),
        )
    if name.endswith("_REPEAT"):
        row = _row(list(content[2]))
        return _Ends(row.starts, row.ends, row.empty or content[0] == 0)
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return _CLOSED if _is_edge(name, content) else _TRANSPARENT
    return _OPAQUE if name not in ("ANY", "NOT_LITERAL") else _Ends(False, False, empty=False)


def _is_edge(name: str, content: Any) -> bool:
    """Say whether an assertion is one of a word's edge: ``\\b ^ $`` and lookarounds like them."""
    if name == "AT":
        return str(content) != "AT_NON_BOUNDARY"
    direction, inner = content[0], list(content[1])
    if name == "ASSERT":
        row = _row(inner)
        return not row.empty and (row.starts if direction > 0 else row.ends)
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


def _spell(nodes: Sequence[Any]) -> set[str]:
    """Return all spellings of nodes in a row; more than the limit means too many."""
    found = {""}
    for node in nodes:
        ways = _spellings(node)
        if len(found) * len(ways) > _SPELLINGS:
            return {str(number) for number in range(_SPELLINGS + 1)}
        found = {start + end for start in found for end in ways}
    return found


def _spellings(node: Any) -> set[str]:
    name, content = str(node[0]), node[1]
    if name == "LITERAL":
        return {_letter(content)}
    if name == "IN":
        return {_member(each) for each in content}
    if name == "SUBPATTERN":
        return _spell(list(content[3]))
    if name == "BRANCH":
        return set().union(*(_spell(list(each)) for each in content[1]))
    if name.endswith("_REPEAT"):
        inner = _spell(list(content[2]))
        if content[1] != 1:
            inner = {each + _ANY for each in inner} if content[0] else {_ANY}
        return inner if content[0] else {"", *inner}
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return {_EDGE if _is_edge(name, content) else ""}
    return {_ANY}


def _letter(code: int) -> str:
    letter = chr(code)
    if letter.isascii() or not letter.isalnum():
        return letter.lower()
    return _ANY  # its capital may not be what lower() makes small again


def _member(member: Any) -> str:
    if str(member[0]) == "LITERAL":
        return _letter(member[1])
    if str(member[0]) == "RANGE" and tuple(member[1]) == (ord("0"), ord("9")):
        return _DIGIT
    if _category(member) == "CATEGORY_DIGIT":
        return _DIGIT
    return _EDGE if _category(member) in _WORD_CATEGORIES else _ANY


def _words(spelt: str, left: bool, right: bool) -> list[str]:
    """Return the words that a sentence with this spelling in it must hold."""
    whole = ("" if left else _ANY) + spelt + ("" if right else _ANY)
    found = []
    for fragment in _FRAGMENT.findall(whole):
        if _DIGIT in fragment:
            found.append(DIGIT)
        elif _ANY not in fragment:
            found.append(fragment)
        elif len(start := fragment.split(_ANY, 1)[0]) >= PREFIX:
            found.append(start[:PREFIX] + "*")
    return found
