"""What a turn tells, as against what it asks and what it puts off."""

from __future__ import annotations

from dataclasses import dataclass

from theirside.reader.split import spans
from theirside.understand.phrases import phrases
from theirside.understand.words import stems_of


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of a turn that tell something, and their content stems together."""

    sentences: tuple[str, ...]
    stems: frozenset[str]
    words: int


def told_in(text: str) -> Told:
    """Return what a text tells: no questions, nothing put off ("let me check")."""
    every = (text[start:end] for start, end in spans(text))
    told = tuple(
        each for each in every if not each.endswith("?") and not phrases().deferring.search(each)
    )
    said = " ".join(told)
    return Told(told, stems_of(said), len(said.split()))
