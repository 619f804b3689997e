"""What would make an offer find more, or be more honest: told with its line, like a mistake.

A mistake stops an offer from being read; advice does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from theirside.understand.offer import Offer, offer_of
from theirside.understand.offer_file import Entry, entry_of
from theirside.understand.words import stems_of

_SAID = ("capabilities", "limits")


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to look at in an offer: the line (from 1), and what to do."""

    line: int
    text: str


def check_offer(path_or_text: Path | str) -> tuple[Offer, list[Advice]]:
    """Return an offer and what could be better in it, by line.

    Raises ``SettingsError`` naming file, line and remedy where it is no offer.
    """
    entry = entry_of(path_or_text)
    offer = offer_of(entry)
    advice = [*_missing(entry), *_wordless(entry), *_empty_words(entry), *_both_ways(entry)]
    return offer, sorted(set(advice), key=lambda each: (each.line, each.text))


def _missing(entry: Entry) -> Iterator[Advice]:
    reasons = {
        "limits": "no limits: whatever we can't do and don't say, somebody else has to break",
        "prices": "no prices: say what it costs, or `price: ask`",
        "wrong_for": "nobody for whom it is wrong: nobody can be told so early",
        "point_to": "nowhere to point people: name what would help them, competitors included",
    }
    for key, text in reasons.items():
        if not entry.entries(key):
            yield Advice(entry.line, f"{text}; add `{key}:`")


def _wordless(entry: Entry) -> Iterator[Advice]:
    for key in (*_SAID, "wrong_for"):
        for each in entry.entries(key):
            if not each.texts("words"):
                yield Advice(
                    each.line, "no `words`: without the customers' own it is found by meaning only"
                )
    for each in entry.entries("point_to"):
        if not each.text("for", ""):
            yield Advice(each.line, "no `for`: nobody knows whom to point there")


def _empty_words(entry: Entry) -> Iterator[Advice]:
    for key in (*_SAID, "facts", "prices", "wrong_for", "point_to"):
        for each in entry.entries(key):
            for phrase in each.texts("words"):
                if not stems_of(phrase):
                    yield Advice(
                        each.values["words"].start_mark.line + 1,
                        f"{phrase!r} stands in every second sentence; say more of it",
                    )


def _both_ways(entry: Entry) -> Iterator[Advice]:
    """Tell of words by which one need would be met and not met at once."""
    can = {
        frozenset(stems_of(phrase)): phrase
        for each in entry.entries("capabilities")
        for phrase in each.texts("words")
    }
    for each in entry.entries("limits"):
        for phrase in each.texts("words"):
            stems = frozenset(stems_of(phrase))
            if stems and stems in can:
                yield Advice(
                    each.values["words"].start_mark.line + 1,
                    f"{phrase!r} stands under capabilities too; say which it is",
                )
