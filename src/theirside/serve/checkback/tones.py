"""The tones in which a check-back may speak, and which one somebody would like.

The words are data (``tones.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import filled, made_each, texts
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
    found = made_each(Path(__file__).parent / "tones.yaml", _tone)
    return {tone.id: tone for tone in found}


def _tone(row: Mapping[str, Any]) -> Tone:
    chosen = row["chosen_by"]
    return filled(
        Tone,
        row,
        chosen_by=any_of(texts(chosen, "patterns")) if chosen["patterns"] else None,
        fires=texts(chosen, "fires"),
        silent=texts(chosen, "silent"),
    )


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
