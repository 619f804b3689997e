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
from theirside.reader.tokens import tokens
from theirside.serve.ledger.entry import Column
from theirside.serve.ledger.kinds import Kind, Says, kinds_of, likely
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
_GIVEN = any_of([r"(?:i|we)(?:'ve| have) \w+"])
_OFFERING = any_of(
    [
        r"would it help",
        r"(?:shall|should) (?:i|we) (?:\w+ )?(?:give|bring|send|show|lend|help|explain|ask|look)",
        r"(?:do you )?want me to",
    ]
)
"""An offer in the form of a question: no ask, whatever a reader says."""


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
        offered = bool(_OFFERED.search(sentence)) and not _GIVEN.search(sentence)
        yield Found(Column.GIFT, gift.short, offered)
    asked = Column.ASK in marked and not _OFFERING.search(sentence)
    ask = _kind_in(sentence, Column.ASK, asked, by_us=by_us)
    if ask is not None:
        yield Found(Column.ASK, ask.short)


def _kind_in(sentence: str, column: Column, marked: bool, *, by_us: bool) -> Kind | None:
    denied: set[str] = set()
    for kind, says in likely(column, frozenset(tokens(sentence))):
        if kind.id not in denied and (by_us or not says.ours) and _holds(sentence, column, says):
            if kind.unless is None or not kind.unless.search(sentence):
                return _sorted(sentence, column) if kind.otherwise else kind
            denied.add(kind.id)
    return _sorted(sentence, column) if marked else None


def _holds(sentence: str, column: Column, says: Says) -> bool:
    """Say whether a sentence says it, and means it: neither denied nor hung on an if."""
    match = says.pattern.search(sentence)
    if match is None or holds("quoted", sentence, match.start(), match.end()):
        return False
    if column is Column.GIFT and _IF.search(sentence, 0, match.start()):
        return False
    denied = holds("negated", sentence, match.start(), match.end()) or _NOT.search(match[0])
    return says.negative or not denied


def _sorted(sentence: str, column: Column) -> Kind:
    """Return the kind that a marked sentence is of: the first that knows its words."""
    known = kinds_of(column)
    for kind in known:
        if kind.about is not None and kind.about.search(sentence):
            return kind
    return next(kind for kind in known if kind.otherwise)


def _sells(sentence: str) -> bool:
    """Say whether a sentence has words of selling in it; "without a contract" has none."""
    return _selling().search(_WITHOUT.sub(" ", sentence)) is not None


@lru_cache(maxsize=1)
def _selling() -> re.Pattern[str]:
    return any_of(phrases_of_help()["selling"])
