"""Reading a reply to a check-back: which words of theirs answer which statement.

Mail programs quote in every way: with marks, in a box, without anything below a header, lines
broken anew; and people answer above, below and between. But what we sent is known word by word. So
every line of the reply that repeats it is told from the rest, and what is left belongs to the
statement below which it stands, or to the number that it names. What belongs to none for certain
is handed back to be asked: nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from theirside.conversation import Apart, ApartKind
from theirside.intake.mail.headers import Header, header_at
from theirside.intake.mail.languages import lexicon
from theirside.intake.mail.lines import Line, to_lines
from theirside.intake.mail.reply import Body
from theirside.serve.checkback.gathered import Gathered
from theirside.serve.checkback.statement import Reply, Sent
from theirside.serve.checkback.verdict import verdict_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ANCHOR = re.compile(r"\W{0,4}\[(\d{1,2})\]\W{0,4}")
_LABEL = re.compile(r"\W{0,4}your answer\s*:\s*", re.IGNORECASE)
_TICK = re.compile(r"[-*•]?\s*[\[(]\s*([xX✓✔]?)\s*[\])]\s*(.*)")
_NOT_THEIRS = {ApartKind.SIGNATURE, ApartKind.DISCLAIMER}
_REPEATED = {ApartKind.HEADER, ApartKind.QUOTED, ApartKind.FORWARDED}


def read_reply(body: Body, sent: Sent) -> Reply:
    """Return what a reply says of each statement of the check-back that it answers."""
    reading = _Reading(sent)
    lines = to_lines(body.original)
    heads = {number for head in _heads(lines) for number in range(head.first, head.last)}
    older = _older(lines)
    for number, line in enumerate(lines):
        kind = _kind(line, body.apart)
        if kind not in _NOT_THEIRS:
            repeated = line.depth > 0 or kind in _REPEATED or number in heads
            reading.gathered.older = number in older
            reading.take(_said(line), repeated=repeated)
    return reading.gathered.reply()


def code_in(text: str) -> str:
    """Return the code of the check-back that a text quotes; empty where there is none."""
    found = re.search(r"check-back\s+([0-9a-f]{8})\b", text, re.IGNORECASE)
    return found[1].casefold() if found else ""


def _said(line: Line) -> str:
    """Return what stands on a line, whole: ``bare`` ends where patterns stop to look."""
    return line.bare if len(line.text) < 500 else line.text.lstrip("> \t").strip()


def _heads(lines: list[Line]) -> list[Header]:
    """Return the headers of quotes, answers between their lines or not."""
    known = lexicon()
    found = [header_at(lines, number, known) for number in range(len(lines))]
    return [
        head
        for number, head in enumerate(found)
        if head and not any(one and number < one.last for one in found[max(0, number - 9) : number])
    ]


def _older(lines: list[Line]) -> frozenset[int]:
    """Return the lines that may be of an earlier round: ours or theirs, nobody can tell.

    Where two headers stand above the first statement, the mail answers a mail that answers theirs.
    Then what is new stands above the first header, or without marks where the quote has some.
    """
    first = next((at for at, line in enumerate(lines) if _ANCHOR.match(line.bare)), 0)
    bare = [replace(line, depth=0, heads=False) for line in lines[:first]]
    heads = _heads(bare)
    if len(heads) < 2:
        return frozenset()
    marked = lines[first].depth > 0
    below = range(heads[0].first, len(lines))
    return frozenset(at for at in below if lines[at].depth > 0 or not marked)


def _kind(line: Line, apart: Sequence[Apart]) -> ApartKind | None:
    return next((part.kind for part in apart if part.start <= line.start < part.end), None)


class _Reading:
    """Walks the lines; ``_tail`` is what has still to come of our words that a line broke off."""

    def __init__(self, sent: Sent) -> None:
        self.gathered = Gathered(frozenset(sent.statements))
        self._statements = {number: _words(text) for number, text in sent.statements.items()}
        self._others = [tuple(_words(line)) for line in sent.others]
        self._tail: list[str] = []

    def take(self, text: str, *, repeated: bool) -> None:
        """Take the next line."""
        if not text.strip():
            self.gathered.blank()
            return
        rest = self._after_tail(text)
        if rest is None or self._anchored(rest):
            return
        if found := _LABEL.match(rest):
            rest = rest[found.end() :].strip()
        elif found := _TICK.fullmatch(rest):
            rest = found[2] if found[1] else ""
        elif self._is_ours(rest, repeated=repeated):
            self.gathered.close()
            return
        if rest:
            self.gathered.add(rest, repeated=repeated)

    def _after_tail(self, text: str) -> str | None:
        """Return what a line says beyond the rest of our statement; None if it says no more."""
        tail, self._tail = self._tail, []
        words = _words(text)
        if not words:  # a tick or a face is theirs, any other mark may stand between our words
            self._tail = tail
            return text if _shows(text) else None
        same = _common(words, tail)
        if same == len(words):
            self._tail = tail[same:]
            behind = _behind(text, same)
            return behind if _shows(behind) else None
        if tail and same == len(tail):
            return _behind(text, same)
        if same:
            self.gathered.edited(text)
            return None
        return text

    def _anchored(self, text: str) -> bool:
        """Take a line that begins with "[3]": our statement, or their answer with its number."""
        found = _ANCHOR.match(text)
        if found is None or int(found[1]) not in self._statements:
            return False
        number, rest = int(found[1]), text[found.end() :]
        ours, words = self._statements[number], _words(rest)
        same = _common(words, ours)
        if not ours or same < min(3, len(ours), max(len(words), 1)):
            self.gathered.named((number,), rest)
        elif same < len(words) and same < len(ours):
            self.gathered.open(number)
            self.gathered.edited(rest)
        else:
            self.gathered.open(number)
            self._tail = ours[same:]
            if behind := _behind(rest, same).strip():
                self.gathered.add(behind, repeated=False)
        return True

    def _is_ours(self, text: str, *, repeated: bool) -> bool:
        words = tuple(_words(text))
        below = self.gathered.is_open
        if not words or (below and verdict_of(text)):
            return words in self._others  # below a statement "please don't keep this" is theirs
        enough = len(words) >= 4 or (repeated and not below)  # so is a word that we used too
        return any(
            words == other or (enough and words in _runs(other, len(words)))
            for other in self._others
        )


def _runs(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    return (words[start : start + length] for start in range(len(words) - length + 1))


def _shows(text: str) -> bool:
    """Say whether a text without words shows something: ✓, 👍."""
    return any(unicodedata.category(char) == "So" for char in text)


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _common(words: Sequence[str], ours: Sequence[str]) -> int:
    """Return how many words both begin with."""
    same = 0
    for one, other in zip(words, ours, strict=False):
        if one != other:
            break
        same += 1
    return same


def _behind(text: str, words: int) -> str:
    """Return what stands behind so many words, the marks that end them left out."""
    found = list(_WORD.finditer(text))
    return text[found[words - 1].end() :].lstrip(" .!?…\"”“’'*_") if words else text
