"""The ways in which one can answer pushback, as data: each a file in ``ways/``.

A way is seen in a sentence of ours by the reader's labels, or by turns of phrase. Three ways need
more than a sentence: one counts only where it is about what they said (``on_topic``); one only
where nothing else was done and the labels say so (``alone``), and one where nothing else was done
at all (``otherwise``). Of these two ``unless`` looks at the whole answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from theirside.care.data import MISSHAPEN, contents, misshapen, pattern, words


@dataclass(frozen=True, slots=True)
class Exchange:
    """An example: what they said, what we said, and the labels that the reader gave our words."""

    theirs: str
    ours: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way of answering pushback, and how it is seen."""

    id: str
    name: str
    order: int
    definition: str
    why: str
    source: str
    labels: tuple[str, ...]
    says: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    on_topic: bool
    alone: bool
    otherwise: bool
    fires: tuple[Exchange, ...]
    silent: tuple[Exchange, ...]


@lru_cache(maxsize=1)
def ways() -> Mapping[str, Way]:
    """Return all ways by id, in their order. Read once."""
    found = [_way(file, data) for file, data in contents("ways")]
    return {each.id: each for each in sorted(found, key=lambda each: each.order)}


def _way(file: str, data: Mapping[str, Any]) -> Way:
    try:
        return Way(
            id=data["id"],
            name=data["name"],
            order=data["order"],
            definition=data["definition"],
            why=data["why"],
            source=data["source"],
            labels=words(data, "labels"),
            says=pattern(words(data, "says")),
            unless=pattern(words(data, "unless")),
            on_topic=data.get("on_topic", False),
            alone=data.get("alone", False),
            otherwise=data.get("otherwise", False),
            fires=tuple(_exchange(each) for each in data["examples"]["fires"]),
            silent=tuple(_exchange(each) for each in data["examples"]["silent"]),
        )
    except MISSHAPEN as error:
        raise misshapen(file, error) from error


def _exchange(data: Mapping[str, Any]) -> Exchange:
    return Exchange(data["theirs"], data["ours"], words(data, "labels"))
