"""Turns of phrase, and somebody's words cut short for quoting.

The lists are in ``phrases.yaml``; they are what finding unanswered questions, holes and
passed-over feelings rests on until a trained reader marks those itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import made, texts
from theirside.understand.words import any_of

_LIST_MARK = re.compile(r"^(?:\d{1,2}[.)]|[-–*•])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Phrases:
    """One pattern for each list of ``phrases.yaml``."""

    idle_questions: re.Pattern[str]
    deferring: re.Pattern[str]
    yes_or_no: re.Pattern[str]
    not_knowing: re.Pattern[str]
    glad: re.Pattern[str]
    acknowledging: re.Pattern[str]
    at_once: re.Pattern[str]
    moves: re.Pattern[str]
    see_you: re.Pattern[str]
    for_later: re.Pattern[str]
    now_known: re.Pattern[str]
    asks_the_room: re.Pattern[str]
    politely_not_knowing: re.Pattern[str]
    was_felt: re.Pattern[str]
    now_well: re.Pattern[str]
    parting: re.Pattern[str]
    framing: re.Pattern[str]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """Return the shipped turns of phrase, read once."""
    return made(Path(__file__).parent / "phrases.yaml", _phrases)


def _phrases(content: Mapping[str, Any]) -> Phrases:
    return Phrases(**{name: any_of(texts(content, name)) for name in content})


def plain(text: str) -> str:
    """Return somebody's words on one line, without the mark of a list ("3.", "-") before them."""
    return _LIST_MARK.sub("", " ".join(text.split()))


def shortened(text: str, words: int = 24) -> str:
    """Return somebody's words for quoting within a sentence of ours: no stop at the end.

    Beyond ``words`` words there is an ellipsis. Nothing else is left out: which clause of theirs
    matters is not for us to guess.
    """
    said = plain(text).strip("\"'“”‘’ ")
    if len(said.split()) <= words:
        return said.rstrip(".!;:,… ")
    return " ".join(said.split()[:words]).rstrip(",;:—– ") + "…"
