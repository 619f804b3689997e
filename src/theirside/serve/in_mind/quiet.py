"""Quiet times: whoever asked to be left alone for a while is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import opened
from theirside.evidence import Quote
from theirside.serve.waiting import day_named
from theirside.understand.understanding import Observation
from theirside.understand.words import any_of


@dataclass(frozen=True, slots=True)
class Quiet:
    """That somebody wants to be left alone until a day, in their words."""

    until: date
    evidence: tuple[Quote, ...]


@lru_cache(maxsize=1)
def quiet_data() -> dict[str, Any]:
    """Return the shipped phrases with their examples, read once."""
    data: dict[str, Any] = opened(Path(__file__).parent / "quiet.yaml")
    return data


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return any_of(quiet_data()["patterns"])


def asks_for_quiet(text: str) -> bool:
    """Say whether a sentence asks to be left alone for a while."""
    return bool(_pattern().search(" ".join(text.split())))


def quiet_time(observations: Iterable[Observation], today: date, days: int) -> Quiet | None:
    """Return the longest quiet time that holds on a day; None where there is none.

    Where they named no day, it lasts ``days`` from when they said it; where it is not known when
    they said it, it is not counted.
    """
    found = []
    for each in observations:
        if each.last_at is None or each.said_by or not asks_for_quiet(each.statement):
            continue
        said = each.last_at.date()
        until = day_named(each.statement, said) or said + timedelta(days=days)
        if until > today:
            found.append(Quiet(until, each.evidence))
    return max(found, key=lambda quiet: quiet.until, default=None)
