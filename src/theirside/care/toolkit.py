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
from typing import Any

from theirside.care.data import MISSHAPEN, contents, misshapen, pattern, words
from theirside.care.pushed import Level

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
    found = [
        _entry(file, data, each) for file, data in contents("toolkit") for each in data["responses"]
    ]
    return {each.id: each for each in found}


def _entry(file: str, shared: Mapping[str, Any], data: Mapping[str, Any]) -> Entry:
    group = file.removeprefix("toolkit/").removesuffix(".yaml")
    try:
        return Entry(
            id=f"{group}.{data['id']}",
            name=data["name"],
            kinds=words(shared, "kinds"),
            also=_also(shared.get("also", {})),
            why=data["why"],
            source=data["source"],
            fits=data["fits"],
            false_when=data["false_when"],
            when=_when(data.get("when", {})),
            theirs=data["example"]["theirs"],
            example=_steps(data["example"]),
            steps=_steps(data["slots"]),
            alone=data.get("alone", False),
            facts=words(data, "facts"),
            fires=tuple(map(tuple, data["examples"]["fires"])),
            silent=tuple(map(tuple, data["examples"]["silent"])),
        )
    except MISSHAPEN as error:
        raise misshapen(f"{file}, {data.get('id')}", error) from error


def _when(data: Mapping[str, Any]) -> When:
    unknown = set(data) - {"says", "unless", "known", "unknown", "level", "again"}
    if unknown:
        raise ValueError(f"when.{min(unknown)} is not known here")
    return When(
        says=pattern(words(data, "says")),
        unless=pattern(words(data, "unless")),
        known=data.get("known", ""),
        unknown=data.get("unknown", ""),
        level=Level(data["level"]) if "level" in data else None,
        again=data.get("again", False),
    )


def _also(data: Mapping[str, Any]) -> Also:
    return Also(words(data, "kinds"), pattern(words(data, "says")))


def _steps(data: Mapping[str, Any]) -> Steps:
    return Steps(data["acknowledge"], data.get("ask", ""), data.get("view", ""))
