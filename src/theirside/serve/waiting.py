"""Not now: how people say that it is not the time, and until when.

The turns of phrase are in ``waiting.yaml``; the day is resolved against the day it was said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import filled, made_each
from theirside.reader.due import due

FRESH = timedelta(days=182)
"""So long, half a year, "not now" stands where they named no day."""
_UNTIL = re.compile(r"\b(?:not |nothing )?(?:until|till|before|after|once|in|by)\b", re.IGNORECASE)
_ORDINALS = re.compile(r"\bfirst of\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A way of saying that it is not the time."""

    id: str
    why: str
    pattern: re.Pattern[str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """That something stands in the way now: why, and until which day if they named one."""

    why: str
    until: date | None


@lru_cache(maxsize=1)
def ways() -> tuple[Waiting, ...]:
    """Return the shipped ways, read once."""
    return made_each(Path(__file__).parent / "waiting.yaml", _way)


def _way(row: Mapping[str, Any]) -> Waiting:
    found = re.compile(row["pattern"].replace("'", "['’]"), re.IGNORECASE)
    return filled(Waiting, row, pattern=found)


def is_waiting(text: str) -> Waiting | None:
    """Return the way in which a sentence says that it is not the time; None where it does not."""
    return next((way for way in ways() if way.pattern.search(text)), None)


def wait_in(text: str, said: date | None, today: date) -> Wait | None:
    """Return what a sentence, said on a day, puts in the way on ``today``; None if nothing (more).

    Where they named a day, it stands until then; where not, for half a year.
    """
    way = is_waiting(text)
    if way is None:
        return None
    until = day_named(text, said) if said is not None else None
    if until is not None:
        return Wait(way.why, until) if until > today else None
    return Wait(way.why, None) if said is None or today - said <= FRESH else None


def day_named(text: str, said: date) -> date | None:
    """Return the day that a sentence waits for, resolved against the day it was said."""
    plain = _ORDINALS.sub("1st of", text)
    for found in _UNTIL.finditer(plain):
        day = due(f"by {plain[found.end() :].lstrip()}", 0, said)
        if day is None and found[0].casefold() == "in":
            day = due(plain[found.start() :], 0, said)
        if day is not None:
            return day
    return None
