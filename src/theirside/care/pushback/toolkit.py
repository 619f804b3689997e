"""The toolkit of honest responses, as data: acknowledge, then ask, then a view where there is one.

Each file in ``toolkit/`` holds the responses to one or several kinds of pushback. A response says
when it fits and when it would be false, shows itself in plain words, and has a version with slots
that carries the customer's own words:

    {words}       the pushback itself          {known}    the words that ``when.known`` asks for
    {fact}        a fact of the offer          {limit}    something that the offer does not do
    {capability}  something that it does       {pointer}  where to point them instead

A response is offered only where its conditions hold and its slots can be filled; a view that can't
be filled is left out, for there is no ground to have one. What a colleague said of somebody, or
they of a colleague, is never put into a slot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.care.pushback.pushed import Level
from theirside.datafile import files_in, filled, made, made_each, pattern, texts

FOLDER = Path(__file__).parent / "toolkit"
WEIGHTY = frozenset({"limit", "misbelief", "promise", "unanswered"})
"""What one has to speak of before anything else: owed, wrongly believed, or really missing."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What to say, in its order. ``ask`` and ``view`` may be empty."""

    acknowledge: str
    ask: str = ""
    view: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """When a response fits; every condition that is given must hold.

    ``says`` and ``unless`` look at the words of the pushback. ``known`` is a facet, ``misbelief``,
    ``hole``, ``unanswered`` or ``promise`` among the reasons, or ``fact``, ``limit``,
    ``capability`` or ``pointer`` of the offer; ``unknown`` a facet that is none of the reasons.
    ``level`` is how firm it is. ``again``: the same was said again later.
    """

    says: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    known: str = ""
    unknown: str = ""
    level: Level | None = None
    again: bool = False

    @property
    def particular(self) -> int:
        """How much it asks for; the more it does, the more it is made for the case.

        What we owe them, or they have wrong, comes before their words, and these before the rest.
        """
        known = 5 if self.known in WEIGHTY else 3 * bool(self.known)
        rest = sum(map(bool, (self.unknown, self.level, self.again)))
        return known + 4 * bool(self.says) + rest


@dataclass(frozen=True, slots=True)
class Also:
    """Further kinds that the responses of a file are for, where the words say one of these."""

    kinds: tuple[str, ...] = ()
    says: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One response of the toolkit.

    A fact of the offer fills ``{fact}`` where it has one of ``facts`` among its topics; without any
    named it has to be about the words that are ``known``, else about the pushback. With ``alone``
    no other is offered beside it, and no question: whoever asked to be left alone is left alone.
    ``theirs`` and ``example`` are the case in plain words; ``steps`` have the slots. ``fires`` and
    ``silent`` are cases: their words (of another kind: "(price) …"), then what is known
    ("constraint: …").
    """

    id: str
    name: str
    kinds: tuple[str, ...]
    also: Also
    why: str
    source: str
    fits: str
    false_when: str
    when: When
    theirs: str
    example: Steps
    steps: Steps
    alone: bool = False
    facts: tuple[str, ...] = ()
    fires: tuple[tuple[str, ...], ...] = ()
    silent: tuple[tuple[str, ...], ...] = ()


@lru_cache(maxsize=1)
def toolkit() -> Mapping[str, Entry]:
    """Return all responses by id, in the order of their files. Read once."""
    found = [each for path in files_in(FOLDER) for each in _responses(path)]
    return {each.id: each for each in found}


def _responses(path: Path) -> tuple[Entry, ...]:
    def head(content: Mapping[str, Any]) -> tuple[tuple[str, ...], Also]:
        also = content.get("also", {})
        says = pattern(texts(also, "says"))
        return texts(content, "kinds"), filled(Also, also, says=says)

    kinds, also = made(path, head)
    return made_each(path, lambda each: _entry(path.stem, kinds, also, each), "responses")


def _entry(group: str, kinds: tuple[str, ...], also: Also, content: Mapping[str, Any]) -> Entry:
    example = dict(content["example"])
    return filled(
        Entry,
        content,
        beside=("example", "slots", "examples"),
        id=f"{group}.{content['id']}",
        kinds=kinds,
        also=also,
        when=_when(content.get("when", {})),
        theirs=example.pop("theirs"),
        example=filled(Steps, example),
        steps=filled(Steps, content["slots"]),
        fires=tuple(map(tuple, content["examples"]["fires"])),
        silent=tuple(map(tuple, content["examples"]["silent"])),
    )


def _when(content: Mapping[str, Any]) -> When:
    says, unless = pattern(texts(content, "says")), pattern(texts(content, "unless"))
    return filled(When, content, says=says, unless=unless)
