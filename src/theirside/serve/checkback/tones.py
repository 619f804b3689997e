"""The tones in which a check-back may speak, and which one somebody would like.

The words are data (``tones.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from theirside.errors import NotFoundError
from theirside.understand.words import any_of

USUAL = "warm"


@dataclass(frozen=True, slots=True)
class Tone:
    """One way of speaking; ``most`` is how many statements it shows."""

    id: str
    most: int
    full_name: bool
    subject: str
    hello: str
    intro: str
    how: str
    matters: str
    wary: str
    asked: str
    unknown: str
    closing: str
    regards: str
    label: str
    chosen_by: re.Pattern[str] | None = None
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def tones() -> Mapping[str, Tone]:
    """Return the tones by id, in the order in which they are tried. Read once."""
    import yaml

    data = yaml.safe_load((files(__package__) / "tones.yaml").read_text("utf-8"))
    found = []
    for entry in data:
        chosen = entry.pop("chosen_by")
        pattern = any_of(chosen["patterns"]) if chosen["patterns"] else None
        examples = tuple(chosen["fires"]), tuple(chosen["silent"])
        found.append(Tone(**entry, chosen_by=pattern, fires=examples[0], silent=examples[1]))
    return {tone.id: tone for tone in found}


def tone_named(name: str) -> Tone:
    """Return the tone of that name. Raises ``NotFoundError`` naming those there are."""
    tone = tones().get(name.strip().casefold())
    if tone is None:
        raise NotFoundError(f"no tone {name!r}; there are {', '.join(sorted(tones()))}")
    return tone


def tone_for(tastes: Iterable[str]) -> Tone:
    """Return the tone that what they said of their tastes asks for, the newest first."""
    for words in tastes:
        for tone in tones().values():
            if tone.chosen_by is not None and tone.chosen_by.search(words):
                return tone
    return tones()[USUAL]
