"""What of a turn is shown where it was found: the words around, and never what is withheld."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

Pieces = tuple[tuple[str, bool], ...]
"""An excerpt: text, and whether that was asked for."""
_BEFORE, _AROUND = 90, 320
"""Characters of a turn shown before the first word that was found, and in all."""


def folded(text: str) -> str:
    """Return text as it is compared: in small letters, without accents; as long as it was."""
    return "".join(unicodedata.normalize("NFKD", each)[:1].casefold()[:1] or each for each in text)


def excerpt(
    text: str, phrases: Sequence[Sequence[str]], withheld: Sequence[Sequence[int]] = ()
) -> Pieces:
    """Return the words around what was found, marked where it was found; withheld left out."""
    shown = _without(text, withheld)
    return _around(shown, _spans(shown, phrases))


def excerpt_at(text: str, start: int, end: int, withheld: Sequence[Sequence[int]] = ()) -> Pieces:
    """Return the words around a sentence, which is marked; withheld left out.

    The sentence overlaps nothing that is withheld.
    """
    before = sum(stop - begin - 1 for begin, stop in withheld if stop <= start)
    start, end = start - before, min(end - before, start - before + _AROUND - _BEFORE)
    return _around(_without(text, withheld), [(start, end)])


def _around(shown: str, spans: Sequence[tuple[int, int]]) -> Pieces:
    first = spans[0][0] if spans else 0
    begin = 0 if len(shown) <= _AROUND else _word_start(shown, max(0, first - _BEFORE))
    end = min(len(shown), begin + _AROUND)
    if end < len(shown):
        end = shown.rfind(" ", begin, end) if " " in shown[begin:end] else end
    pieces = [("… ", False)] if begin else []
    place = begin
    for start, stop in spans:
        if start < place or stop > end:
            continue
        pieces += [(shown[place:start], False), (shown[start:stop], True)]
        place = stop
    pieces += [(shown[place:end], False), (" …" if end < len(shown) else "", False)]
    return tuple(piece for piece in pieces if piece[0])


def _without(text: str, withheld: Sequence[Sequence[int]]) -> str:
    for start, end in sorted(map(tuple, withheld), reverse=True):
        text = f"{text[:start]}…{text[end:]}"
    return text


def _word_start(text: str, place: int) -> int:
    at = text.find(" ", place)
    return 0 if place == 0 else at + 1 if 0 <= at < place + 40 else place


def _spans(text: str, phrases: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return where the phrases stand, whole words, in order and without overlap."""
    patterns = [r"[\W_]+".join(map(re.escape, phrase)) + r"[^\W_]*" for phrase in phrases]
    pattern = re.compile("|".join(rf"(?<![^\W_])(?:{each})" for each in patterns))
    return [found.span() for found in pattern.finditer(folded(text))]
