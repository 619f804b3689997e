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
from itertools import pairwise
from typing import Any

from theirside.reader.label import Way
from theirside.reader.parsetree import (
    ANY,
    SOME_DIGIT,
    SPELLINGS,
    edges_between,
    ends_of,
    parsed,
    row,
    spell,
)
from theirside.reader.tokens import DIGIT, PREFIX, SIGNS

Clause = frozenset[str]
"""One set of words, while it is worked out."""

_SETS = 6
_FRAGMENT = re.compile(rf"[a-z0-9{ANY}{SOME_DIGIT}]+|[{re.escape(SIGNS)}]")


def required(regex: str, frequency: Mapping[str, int]) -> tuple[Way, ...]:
    """Return the ways in which a sentence can match, each rarest set first; () for "any sentence".

    ``frequency`` says how often a word is seen, as a guess at which sets rule out most.
    """
    walk = _Walk(lambda word: 10 * frequency.get(word, 0) + 1)
    ways = [walk.way(each) for each in _alternatives(parsed(regex))]
    if not all(ways):
        return ()
    return tuple(tuple(" ".join(sorted(clause)) for clause in way) for way in ways)


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

    def way(self, nodes: Sequence[Any]) -> list[Clause]:
        """Return the sets of an alternative of the whole expression, rarest first."""
        return self._rarest(self._sequence(nodes, left=False, right=False))[:_SETS]

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
        edges = edges_between([ends_of(node) for node in nodes], left=left, right=right)
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
        spelt = spell(nodes)
        if len(spelt) > SPELLINGS:
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
            ends = row(list(content[2]))
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


def _words(spelt: str, left: bool, right: bool) -> list[str]:
    """Return the words that a sentence with this spelling in it must hold."""
    whole = ("" if left else ANY) + spelt + ("" if right else ANY)
    found = []
    for fragment in _FRAGMENT.findall(whole):
        if SOME_DIGIT in fragment:
            found.append(DIGIT)
        elif ANY not in fragment:
            found.append(fragment)
        elif len(start := fragment.split(ANY, 1)[0]) >= PREFIX:
            found.append(start[:PREFIX] + "*")
    return found
