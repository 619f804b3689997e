"""Names as people write them, and what may safely be said of two of them.

Nothing here decides that two names are one person (``people`` does); it only folds a name for
comparison, tells a full name from a part or a placeholder, and knows short forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import made

_NUMBER_AFTER = re.compile(r"[\s#_-]*\d+$")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")


@dataclass(frozen=True, slots=True)
class NameLists:
    """The lists of ``names.yaml``; ``nicknames`` gives, for a short form, the rows it is in."""

    placeholders: frozenset[str]
    suffixes: frozenset[str]
    free_mail: frozenset[str]
    nicknames: Mapping[str, frozenset[int]]


@lru_cache(maxsize=1)
def name_lists() -> NameLists:
    """Return the shipped lists of names, read once."""
    return made(Path(__file__).parent / "names.yaml", _lists)


def _lists(data: Mapping[str, Any]) -> NameLists:
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(data["nicknames"]):
        for name in row:
            rows.setdefault(str(name), set()).add(number)
    return NameLists(
        frozenset(str(entry) for entry in data["placeholders"]),
        frozenset(str(entry) for entry in data["suffixes"]),
        frozenset(str(entry) for entry in data["free_mail"]),
        {name: frozenset(numbers) for name, numbers in rows.items()},
    )


@lru_cache(maxsize=65536)
def tidy(name: str) -> str:
    """Return a name as it should be shown: one space between words, "Last, First" turned round.

    An address in place of a name stays an address: nothing is guessed from it.
    """
    name = " ".join(name.strip().strip("'\"").split())
    name = _BRACKETED.sub("", name) or name
    last, comma, first = name.partition(",")
    if first.replace(".", "").strip().casefold() in name_lists().suffixes:
        return name
    if comma and first.strip() and "," not in first and "@" not in name:
        return f"{first.strip()} {last.strip()}"
    return name


def fold(name: str) -> str:
    """Return the form in which two names are compared: tidy, case-folded, accents as typed."""
    return tidy(name).casefold()


@lru_cache(maxsize=65536)
def is_placeholder(name: str) -> bool:
    """Say whether a label names nobody: empty, "Speaker 1", "iPhone", a bare number."""
    folded = fold(name)
    bare = _NUMBER_AFTER.sub("", folded).strip()
    return not bare or bare in name_lists().placeholders


@lru_cache(maxsize=65536)
def is_full(name: str) -> bool:
    """Say whether a name has at least two words of two letters and is not an address."""
    if "@" in name or is_placeholder(name):
        return False
    words = [word for word in fold(name).split() if len(word.strip(".")) > 1]
    return len(words) >= 2 and not any(character.isdigit() for character in name)


def company_of(email: str) -> str:
    """Return the domain that an address says they work at; empty for a free-mail provider."""
    domain = email.rpartition("@")[2].casefold()
    return "" if domain in name_lists().free_mail else domain
