"""Questions that arise from what happened in a talk: left open, passed over, contradictory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from theirside.datafile import filled, made_each


@dataclass(frozen=True, slots=True)
class Situation:
    """A kind of question; ``facet`` is empty where it depends on what it is about."""

    id: str
    text: str
    why: str
    weight: float
    facet: str = ""


@lru_cache(maxsize=1)
def situations() -> dict[str, Situation]:
    """Return the shipped kinds by id, read once."""
    path = Path(__file__).parent / "situations.yaml"
    return {each.id: each for each in made_each(path, lambda row: filled(Situation, row))}
