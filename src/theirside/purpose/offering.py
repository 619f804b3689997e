"""Our own offers of help, found by their words where no reader has marked them."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import opened
from theirside.understand.words import any_of


def is_offer_of_help(sentence: str) -> bool:
    """Say whether a sentence offers the other side help, knowledge, an introduction or time."""
    offering, selling = _phrases()
    return bool(offering.search(sentence)) and not selling.search(sentence)


@lru_cache(maxsize=1)
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = phrases_of_help()
    return any_of(data["offering"]), any_of(data["selling"])


def phrases_of_help() -> dict[str, Any]:
    """Return the data file: the phrases, and the examples that hold them."""
    data: dict[str, Any] = opened(Path(__file__).parent / "offering.yaml")
    return data
