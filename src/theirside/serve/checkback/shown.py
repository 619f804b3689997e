"""What may stand on a page that the customer reads: lists are data (``shown.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import filled, made_each, texts

SALES, THIRD, THIN = "sales", "third", "thin"
FEWEST_WORDS, MOST_WORDS = 5, 36
_CAPITAL = re.compile(r"(?<![.!?:“\"'] )(?<!^)(?<![\w'’])[A-ZÀ-ÖØ-Þ][\w'’-]*[a-zà-öø-ÿ][\w'’-]*")
_DATES = frozenset(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday "
    "saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas "
    "easter i'm i've i'll i'd ok excel english norwegian german french spanish".split()
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for which words are left out, with its examples."""

    id: str
    kind: str
    why: str
    pattern: re.Pattern[str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


@lru_cache(maxsize=1)
def reasons() -> tuple[Reason, ...]:
    """Return all reasons of ``shown.yaml``. Read once."""
    return made_each(Path(__file__).parent / "shown.yaml", _reason)


def _reason(row: Mapping[str, Any]) -> Reason:
    found = _pattern(texts(row, "patterns"))
    return filled(Reason, row, beside=("patterns",), pattern=found)


def _pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(each.replace("'", "['’]") for each in patterns)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


def sales_terms_in(text: str) -> list[str]:
    """Return the sales terms that stand in a text, as they are written there."""
    return [
        found.group()
        for each in reasons()
        if each.kind == SALES
        for found in each.pattern.finditer(text)
    ]


def why_not(text: str, names: Collection[str] = (), known: Collection[str] = ()) -> str:
    """Return the id of the reason for which these words are not sent; empty where they may be.

    ``names`` are words (case-folded) of other people's names; ``known`` are words that are no
    person's although they have a capital: their company's name, places.
    """
    for each in reasons():
        if each.pattern.search(text):
            return each.id
    if not FEWEST_WORDS <= len(text.split()) <= MOST_WORDS:
        return "length"
    words = {_bare(word) for word in re.findall(r"[^\W\d_][\w'’-]*", text)}
    if words & set(names):
        return "named"
    capitals = {_bare(word) for word in _CAPITAL.findall(text)}
    return "capital" if capitals - _DATES - set(known) else ""


def _bare(word: str) -> str:
    """Return a word case-folded and without the possessive ending."""
    return re.sub(r"'s$", "", word.casefold().replace("’", "'"))
