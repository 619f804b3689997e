"""Turns of phrase, and the sentence around a place in a text.

The lists are in ``phrases.yaml``; they are what finding unanswered questions, holes and
passed-over feelings rests on until a trained reader marks those itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from theirside.understand.words import any_of

_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*(?:[.](?=\w)[^.!?\n]*)*[.!?…]*")


@dataclass(frozen=True, slots=True)
class Phrases:
    """One pattern for each list of ``phrases.yaml``."""

    idle_questions: re.Pattern[str]
    deferring: re.Pattern[str]
    yes_or_no: re.Pattern[str]
    not_knowing: re.Pattern[str]
    acknowledging: re.Pattern[str]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """Return the shipped turns of phrase, read once."""
    import yaml

    data = yaml.safe_load((files("theirside.understand") / "phrases.yaml").read_text("utf-8"))
    return Phrases(**{name: any_of(patterns) for name, patterns in data.items()})


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence, roughly: enough to look for a turn of phrase in."""
    for match in _SENTENCE.finditer(text):
        end = match.start() + len(match.group().rstrip())
        yield match.start(), end


def shortened(text: str, words: int = 12) -> str:
    """Return the beginning of somebody's words, for quoting within a sentence of ours.

    Cut at the first comma or conjunction that leaves at least five words, else after ``words``
    words with an ellipsis; no stop at the end.
    """
    said = " ".join(text.split()).strip("\"'“”‘’ ").rstrip(".!;:,")
    if len(said.split()) <= words:
        return said
    for match in re.finditer(r"[,;:—–]| (?:and|but|because|so|which|although)(?= )", said):
        if 5 <= len(said[: match.start()].split()) <= words:
            return said[: match.start()].rstrip()
    return " ".join(said.split()[:words]).rstrip(",;:—–") + "…"
