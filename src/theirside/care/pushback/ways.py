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
from pathlib import Path
from typing import Any

from theirside.datafile import files_in, filled, made, pattern, texts

FOLDER = Path(__file__).parent / "ways"


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
    says: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    fires: tuple[Exchange, ...]
    silent: tuple[Exchange, ...]
    labels: tuple[str, ...] = ()
    on_topic: bool = False
    alone: bool = False
    otherwise: bool = False


@lru_cache(maxsize=1)
def ways() -> Mapping[str, Way]:
    """Return all ways by id, in their order. Read once."""
    found = [made(path, _way) for path in files_in(FOLDER)]
    return {each.id: each for each in sorted(found, key=lambda each: each.order)}


def _way(content: Mapping[str, Any]) -> Way:
    examples = content["examples"]
    return filled(
        Way,
        content,
        beside=("examples",),
        says=pattern(texts(content, "says")),
        unless=pattern(texts(content, "unless")),
        fires=tuple(filled(Exchange, each) for each in examples["fires"]),
        silent=tuple(filled(Exchange, each) for each in examples["silent"]),
    )
