"""What one sentence gives or asks, by its words and by what a reader says of it.

The kinds' own phrases are enough to find one. Where a reader has marked a sentence, the kinds only
sort it. What hangs on a purchase, or sells, is no gift.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

from theirside.purpose.offering import phrases_of_help
from theirside.reader.scope import holds
from theirside.serve.ledger.entry import Column
from theirside.serve.ledger.kinds import Kind, kinds_of
from theirside.understand.words import any_of

_NOT = re.compile(r"\b(?:never|not|nobody)\b|n['’]t\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:without|no|beyond|outside) (?:a|any|the|our)? ?\w+", re.IGNORECASE)
_IF = re.compile(
    r"\bif\b(?! (?:it|that|this) (?:helps|is of (?:any )?use|would help)| you (?:like|want|wish))",
    re.IGNORECASE,
)
_OFFERED = any_of(
    [
        r"(?:i|we|he|she|they)(?:'ll|'d| will| would| can| could| shall)",
        r"(?:shall|should|may|can|could) (?:i|we)",
        r"let (?:me|us)",
        r"(?:be |am |'m |'re )?(?:happy|glad) to",
        r"(?:you|feel free to) (?:can|may|could|will|'ll)",
        r"feel free",
        r"(?:do you )?want (?:me|us|my|our)",
        r"would you like",
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """A gift or an ask in a sentence; ``offered``: a gift that is only held out."""

    column: Column
    kind: str
    offered: bool = False


def found_in(sentence: str, *, by_us: bool, marked: Container[str] = ()) -> Iterator[Found]:
    """Yield what a sentence gives and asks: one of each at most.

    ``marked`` holds the labels ("gift", "ask") that a reader gave it.
    """
    sentence = " ".join(sentence.split())
    gift = _kind_in(sentence, Column.GIFT, Column.GIFT in marked, by_us=by_us)
    if gift is not None and (Column.GIFT in marked or not _sells(sentence)):
        yield Found(Column.GIFT, gift.short, bool(_OFFERED.search(sentence)))
    ask = _kind_in(sentence, Column.ASK, Column.ASK in marked, by_us=by_us)
    if ask is not None:
        yield Found(Column.ASK, ask.short)


def _kind_in(sentence: str, column: Column, marked: bool, *, by_us: bool) -> Kind | None:
    if _any_says(column).search(sentence):
        for kind in kinds_of(column):
            if _is_said(sentence, kind, by_us=by_us):
                return _sorted(sentence, column) if kind.otherwise else kind
    return _sorted(sentence, column) if marked else None


def _is_said(sentence: str, kind: Kind, *, by_us: bool) -> bool:
    for each in kind.says:
        match = each.pattern.search(sentence) if by_us or not each.ours else None
        if match is None or holds("quoted", sentence, match.start(), match.end()):
            continue
        if kind.column is Column.GIFT and _IF.search(sentence, 0, match.start()):
            continue
        if not each.negative and (
            holds("negated", sentence, match.start(), match.end()) or _NOT.search(match[0])
        ):
            continue
        return kind.unless is None or not kind.unless.search(sentence)
    return False


def _sorted(sentence: str, column: Column) -> Kind:
    """Return the kind that a marked sentence is of: the first that knows its words."""
    known = kinds_of(column)
    for kind in known:
        if kind.about is not None and kind.about.search(sentence):
            return kind
    return next(kind for kind in known if kind.otherwise)


@lru_cache(maxsize=2)
def _any_says(column: Column) -> re.Pattern[str]:
    every = (each.pattern.pattern for kind in kinds_of(column) for each in kind.says)
    return re.compile("|".join(every), re.IGNORECASE)


def _sells(sentence: str) -> bool:
    """Say whether a sentence has words of selling in it; "without a contract" has none."""
    return _selling().search(_WITHOUT.sub(" ", sentence)) is not None


@lru_cache(maxsize=1)
def _selling() -> re.Pattern[str]:
    return any_of(phrases_of_help()["selling"])
