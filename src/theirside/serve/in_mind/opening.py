"""A first line to go with a thing: plain, without flattery, asking nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from theirside.datafile import made
from theirside.understand.phrases import shortened

_WORDS = 18
"""So many of their words are said back at most."""
_MONTHS = 12


@lru_cache(maxsize=1)
def openings() -> Mapping[str, str]:
    """Return a first line for each facet that may be a reason, read once."""
    return made(Path(__file__).parent / "opening.yaml", _lines)


def _lines(content: Mapping[str, str]) -> Mapping[str, str]:
    return {facet: " ".join(line.split()) for facet, line in content.items()}


def opening(facet: str, title: str, words: str, said: date | None, today: date) -> str:
    """Return the first line for a thing. Raises ``KeyError`` for a facet that is no reason."""
    when = _when(said, today)
    return openings()[facet].format(
        when=when,
        When=when[0].upper() + when[1:],
        words=shortened(words, _WORDS),
        title=title.rstrip(". "),
    )


def _when(said: date | None, today: date) -> str:
    """Return the month in words: "in March", "in March last year", else "a while ago"."""
    if said is None or said > today:
        return "a while ago"
    months = (today.year - said.year) * _MONTHS + today.month - said.month
    if months == 0:
        return "the other day"
    if months < _MONTHS:
        return f"in {said:%B}" + ("" if said.year == today.year else " last year")
    return "a while ago"
