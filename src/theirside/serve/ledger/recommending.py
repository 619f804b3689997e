"""The ways in which people tell that somebody was recommended: ``referrals.yaml``, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import filled, made_each
from theirside.reader.scope import holds
from theirside.understand.words import word_lists

_CAPITAL = r"(?-i:[A-Z][\w'’-]*)"
_KIN = (
    r"(?:boss|chief|brother(?:-in-law)?|sister(?:-in-law| house)?|mother|father|son|daughter|wife|"
    r"husband|cousin|aunt|uncle|neighbours?|neighbors?|friends?|colleagues?|accountant|dentist|"
    r"doctor|insurer|supplier|customers?|clients?|partner|landlord|caterer|builder|banker|lawyer|"
    r"solicitor|predecessor|contact|acquaintance|mate|vet)"
)
_NAME = (
    rf"(?P<name>(?:my|our|your|a|an|one of (?:my|our)|two|some) (?:\w+ )?{_KIN}|"
    rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}})(?![\w-])"
)
_NO_NAMES = frozenset(
    "i he she they we you it this that these those the a an my our your his her their one who "
    "nobody somebody someone everyone everybody anybody anyone people has have had and but so then "
    "perhaps maybe also when where what if as because since monday tuesday wednesday thursday "
    "friday saturday sunday yes no well hi hello dear thanks thank could would can will".split()
)


class Tells(StrEnum):
    """What a name in such words is; see ``referrals.yaml``."""

    FROM = "from"
    ONWARDS = "onwards"
    POINTING = "pointing"
    FORWARDS = "forwards"


@dataclass(frozen=True, slots=True)
class Way:
    """One way of telling it. ``by_us`` says who says these words."""

    id: str
    by_us: bool
    tells: Tells
    pattern: re.Pattern[str]
    fires: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]
    first: bool = False

    def name_in(self, sentence: str) -> str | None:
        """Return the name in a sentence that tells it so ("" where there is none), else None.

        Its words stand on one line, with single spaces between them.
        """
        for match in self.pattern.finditer(sentence):
            if holds("quoted", sentence, match.start(), match.end()):
                continue
            if holds("negated", sentence, match.end(), match.end()) or _asks(sentence):
                continue
            groups = match.groupdict()
            found = next((each for each in groups.values() if each), "")
            if not groups or (found and is_name(found)):
                return found
        return None


@lru_cache(maxsize=1)
def ways() -> tuple[Way, ...]:
    """Return the shipped ways. Raises ``SettingsError`` where the file is misshapen."""
    return made_each(Path(__file__).parent / "referrals.yaml", _way)


def ways_found(sentence: str, *, by_us: bool, first: bool) -> Iterator[tuple[Way, str]]:
    """Yield each way in which a sentence tells of a recommendation, with the name in it.

    ``first`` says that it is one of the first turns that we have of its speaker.
    """
    sentence = " ".join(sentence.split())
    for way in ways():
        if way.by_us is by_us and (first or not way.first):
            name = way.name_in(sentence)
            if name is not None:
                yield way, name


def is_name(text: str) -> bool:
    """Say whether what stands where a name may stand is one: no pronoun and no greeting."""
    word = text.split(maxsplit=1)[0].casefold()
    if text[:1].isupper() and " " not in text.strip() and word in word_lists().stop:
        return False
    return word not in _NO_NAMES or (len(text.split()) > 1 and word in {"my", "our", "your", "a"})


def _asks(sentence: str) -> bool:
    return sentence.rstrip("\"')]} ").endswith("?")


def _way(row: Mapping[str, Any]) -> Way:
    return filled(
        Way,
        row,
        beside=("who",),
        by_us=row["who"] == "ours",
        pattern=_compiled(row["pattern"]),
        fires=tuple((each["text"], each["name"]) for each in row["fires"]),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern with its names filled in: each a group of its own (``name``, ``name1``)."""
    count = 0

    def name(_: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return _NAME.replace("?P<name>", f"?P<name{count}>")

    named = re.sub(r"\{NAME\}", name, pattern)
    return re.compile(rf"(?<![\w'’])(?:{named})", re.IGNORECASE)
