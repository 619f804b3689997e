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
from pathlib import Path
from typing import Any

from theirside.care.pushback.pushed import Level, Sign, Strength
from theirside.datafile import files_in, filled, made_each, pattern, texts
from theirside.evidence import Quote

FOLDER = Path(__file__).parent / "wording"
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
    return tuple(each for path in files_in(FOLDER) for each in _wordings(path))


def _wordings(path: Path) -> tuple[Wording, ...]:
    return made_each(path, lambda content: _wording(_WEIGHTS[path.stem], content))


def _wording(weight: int, content: Mapping[str, Any]) -> Wording:
    says = pattern(texts(content, "says"))
    if says is None:
        raise ValueError("says nothing")
    return filled(
        Wording,
        content,
        beside=("case", "examples"),
        weight=weight,
        says=re.compile(says.pattern) if content.get("case", False) else says,
        unless=pattern(texts(content, "unless")),
        fires=texts(content["examples"], "fires"),
        silent=texts(content["examples"], "silent"),
    )


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
