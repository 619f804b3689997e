"""How strong a pushback is, by its wording; each sign with the words and the reason.

What makes it firmer or softer is data (``wording/``). The level is the sign of the difference:
tentative where softening words outnumber the others, firm where they are outnumbered. It orders
nobody's customers; it tells how carefully to go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from theirside.care.data import MISSHAPEN, contents, misshapen, pattern, words
from theirside.care.pushed import Level, Sign, Strength
from theirside.evidence import Quote

STRONGER, WEAKER = "stronger", "weaker"
_WEIGHTS = {STRONGER: 1, WEAKER: -1}


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of wording that makes pushback firmer (``weight`` 1) or softer (-1)."""

    id: str
    name: str
    weight: int
    why: str
    source: str
    says: re.Pattern[str]
    unless: re.Pattern[str] | None
    fires: tuple[str, ...]
    silent: tuple[str, ...]


@lru_cache(maxsize=1)
def wording() -> Sequence[Wording]:
    """Return all wordings, those that make it stronger first. Read once."""
    return tuple(
        _wording(file, _WEIGHTS[file.removeprefix("wording/").removesuffix(".yaml")], entry)
        for file, entries in contents("wording")
        for entry in entries
    )


def _wording(file: str, weight: int, data: Mapping[str, Any]) -> Wording:
    try:
        says = pattern(words(data, "says"))
        if says is None:
            raise ValueError(f"{data['id']} says nothing")
        return Wording(
            id=data["id"],
            name=data["name"],
            weight=weight,
            why=data["why"],
            source=data["source"],
            says=re.compile(says.pattern) if data.get("case", False) else says,
            unless=pattern(words(data, "unless")),
            fires=words(data["examples"], "fires"),
            silent=words(data["examples"], "silent"),
        )
    except MISSHAPEN as error:
        raise misshapen(file, error) from error


def strength_of(evidence: Iterable[Quote]) -> Strength:
    """Return how strong the quoted pushback is; each wording counts once."""
    found: dict[str, Sign] = {}
    for place in evidence:
        for each in wording():
            sign = _sign(each, place)
            if sign is not None:
                found.setdefault(each.id, sign)
    balance = sum(each.weight for each in found.values())
    level = Level.FIRM if balance > 0 else Level.TENTATIVE if balance < 0 else Level.PLAIN
    return Strength(level, tuple(found.values()))


def _sign(each: Wording, place: Quote) -> Sign | None:
    match = each.says.search(place.text)
    if match is None or (each.unless is not None and each.unless.search(place.text)):
        return None
    start = place.start + match.start()
    end = place.start + len(place.text[: match.end()].rstrip())
    words_there = place.text[match.start() : end - place.start]
    return Sign(each.id, each.weight, each.why, Quote(*_place(place), start, end, words_there))


def _place(place: Quote) -> tuple[str, int]:
    return place.conversation, place.turn
