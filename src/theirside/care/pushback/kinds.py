"""The kinds of pushback as data: what each is, and what in somebody's life bears on it, and why.

Each file in ``kinds/`` is one kind. ``bears`` lists the facets, and what else is known of somebody
(a ``misbelief``, a ``hole``, an ``unanswered`` question, a ``promise`` of ours), that make this
kind of pushback make sense, each with its weight (0..1) and the reason in plain words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from theirside.datafile import files_in, filled, made

FOLDER = Path(__file__).parent / "kinds"


@dataclass(frozen=True, slots=True)
class Bearing:
    """What bears on a kind: a facet or other source, how much (0..1), and why.

    With ``words`` it bears only where what they said has one of them, or a content word of the
    pushback: a limit on data is no reason to find something dear. None: it always does.
    """

    source: str
    weight: float
    why: str
    words: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of pushback. ``about`` are words by which one sees that an answer is about it."""

    id: str
    name: str
    order: int
    definition: str
    why: str
    source: str
    about: tuple[str, ...]
    bears: tuple[Bearing, ...]


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Kind]:
    """Return all kinds by id, in their order. Read once."""
    found = [made(path, lambda content: filled(Kind, content)) for path in files_in(FOLDER)]
    return {each.id: each for each in sorted(found, key=lambda each: each.order)}
