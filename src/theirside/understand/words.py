"""What a sentence is about, for telling the same thing said twice from a change.

Content words, lightly stemmed, with numbers and dates kept apart: two sentences that differ only
in those are a change, not a repetition. Word lists are in ``words.yaml``. A full stemmer was not
taken on: it joins too much ("organ" and "organise"), and a wrong join is a wrong statement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+")
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")
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
    change: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Gist:
    """What a sentence is about: content stems, its numbers and dates, whether it is negated."""

    stems: frozenset[str]
    values: frozenset[str]
    negated: bool
    changing: bool


@lru_cache(maxsize=1)
def word_lists() -> WordLists:
    """Return the shipped word lists, read once."""
    import yaml

    data = yaml.safe_load((files("theirside.understand") / "words.yaml").read_text("utf-8"))
    phrases = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in data["change"])
    return WordLists(
        frozenset(data["stop"].split()),
        frozenset(data["negation"].split()),
        {word: row[0] for row in data["opposites"] for word in row[1:]},
        {word: row[0] for row in data["values"] for word in row},
        re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE),
    )


def words_of(text: str) -> list[str]:
    """Return the words of a text, case-folded, apostrophes dropped, "40,000" as "40000"."""
    plain = _THOUSANDS.sub("", text)
    return [re.sub("['’]", "", word) for word in _WORD.findall(plain.casefold())]


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


@lru_cache(maxsize=65536)
def gist(text: str) -> Gist:
    """Return what a sentence is about."""
    lists = word_lists()
    stems: set[str] = set()
    values: set[str] = set()
    negations = 0
    for word in words_of(text):
        if word in lists.negation:
            negations += 1
        if word in lists.opposites:
            negations += 1
            stems.add(stem(lists.opposites[word]))
        elif word in lists.values or word[0].isdigit():
            values.add(lists.values.get(word, word))
        elif word not in lists.stop:
            stems.add(stem(word))
    return Gist(
        frozenset(stems), frozenset(values), negations % 2 == 1, bool(lists.change.search(text))
    )


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words in common (Jaccard): 0..1; 0 where either is empty."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0
