"""What a sentence is about, for telling the same thing said twice from a change.

Content words, lightly stemmed, with numbers and dates kept apart: two sentences that differ only
in those are a change, not a repetition. Word lists are in ``words.yaml``. A full stemmer was not
taken on: it joins too much ("organ" and "organise"), and a wrong join is a wrong statement.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import made

_WORD = re.compile(r"\d+(?:[.:]\d+)*[^\W\d_]*|[^\W_]+")
_THOUSANDS = re.compile(r"[.,\u00a0](?<=\d[.,\u00a0])(?=\d{3}(?!\d))")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_THOUSAND = re.compile(r"(\d+)k")
# "may" is a month only where it is written or placed like one.
_MODAL_MAY = re.compile(
    r"(?<!\bin )(?<!\bby )(?<!\bof )(?<!until )(?<!since )(?<!before )(?<!after )(?<!early )"
    r"(?<!late )(?<!mid-)(?:\bmay\b|(?:(?<=^)|(?<=[.?!] ))May\b(?= [a-z]| I\b))"
)
_ENDINGS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ing", ""),
    ("edly", ""),
    ("ed", ""),
    ("ly", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
)


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of ``words.yaml``, ready for look-up."""

    stop: frozenset[str]
    negation: frozenset[str]
    opposites: Mapping[str, str]
    values: Mapping[str, str]
    recurring: frozenset[str]
    change: re.Pattern[str]
    addition: re.Pattern[str]
    refusing: frozenset[str]
    accepting: frozenset[str]
    turning: re.Pattern[str]
    manner: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gist:
    """What a sentence is about: content stems, its numbers and dates, whether it is negated.

    ``words`` are all its words but numbers and dates.
    """

    stems: frozenset[str]
    words: frozenset[str]
    values: frozenset[str]
    negated: bool


@lru_cache(maxsize=1)
def word_lists() -> WordLists:
    """Return the shipped word lists, read once."""
    return made(Path(__file__).parent / "words.yaml", _lists)


def _lists(data: Mapping[str, Any]) -> WordLists:
    return WordLists(
        frozenset(data["stop"].split()),
        frozenset(data["negation"].split()),
        {word: row[0] for row in data["opposites"] for word in row[1:]},
        {word: row[0] for row in data["values"] for word in row},
        frozenset(data["recurring"].split()),
        any_of(data["change"]),
        any_of(data["addition"]),
        frozenset(data["refusing"].split()),
        frozenset(data["accepting"].split()),
        any_of(data["turning"]),
        frozenset(data["manner"].split()),
    )


def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """Return one pattern that finds any of these as whole words, either apostrophe, any case."""
    joined = "|".join(pattern.replace("'", "['’]") for pattern in patterns)
    return re.compile(rf"(?:(?<!\w)|(?=['’]))(?:{joined})(?!\w)", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """Return the words of a text, case-folded, apostrophes dropped, "40,000" as "40000"."""
    if "may" in text or "May" in text:
        text = _MODAL_MAY.sub(" ", text)
    plain = _THOUSANDS.sub("", text).casefold().replace("'", "").replace("’", "")
    return _WORD.findall(plain)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a word without its commonest English endings; at least three letters stay."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            cut = word[: len(word) - len(ending)] + instead
            if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz":
                cut = cut[:-1]
            return cut[:-1] if len(cut) > 3 and cut.endswith("e") else cut
    return word


def stems_of(text: str) -> frozenset[str]:
    """Return the content stems of a text, numbers and dates among them."""
    lists = word_lists()
    return frozenset(
        _value(word, lists) or stem(lists.opposites.get(word, word))
        for word in words_of(text)
        if word not in lists.stop or word in lists.values
    )


def gist(text: str) -> Gist:
    """Return what a sentence is about."""
    lists = word_lists()
    stems: set[str] = set()
    words: set[str] = set()
    values: set[str] = set()
    negations = 0
    for word in words_of(text):
        value = _value(word, lists)
        if value:
            values.add(value)
            continue
        stemmed = stem(lists.opposites.get(word, word))
        negations += (word in lists.negation) + (word in lists.opposites)
        if word not in lists.negation:
            words.add(stemmed)
        if word not in lists.stop:
            stems.add(stemmed)
    return Gist(frozenset(stems), frozenset(words), frozenset(values), negations % 2 == 1)


def is_changing(text: str) -> bool:
    """Say whether a sentence has words of change ("no longer", "we've since") and adds nothing."""
    lists = word_lists()
    return bool(lists.change.search(text)) and not lists.addition.search(text)


def _value(word: str, lists: WordLists) -> str:
    if word in lists.values:
        return lists.values[word]
    if word[0].isdigit():
        if thousands := _THOUSAND.fullmatch(word):
            return thousands[1] + "000"
        day = _DAY.fullmatch(word)
        return day[1] if day else word
    return ""


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words in common (Jaccard): 0..1; 0 where either is empty."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def enough_of(words: int) -> int:
    """Return how many of so many content words a text must have to take them up."""
    return max(2, math.ceil(0.6 * words))


def likeness(one: Gist, other: Gist) -> float:
    """Return how far two sentences are about the same, numbers and dates aside: 0..1.

    With fewer than two content words ("we need it by March") those must be equal, and all words
    are compared.
    """
    if len(one.stems) < 2 or len(other.stems) < 2:
        return overlap(one.words, other.words) if one.stems == other.stems else 0.0
    return overlap(one.stems, other.stems)
