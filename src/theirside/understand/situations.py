"""Questions that arise from what happened in a talk: left open, passed over, contradictory."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


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
    import yaml

    data = yaml.safe_load((files("theirside.understand") / "situations.yaml").read_text("utf-8"))
    return {each["id"]: Situation(**each) for each in data}
