"""Lines to blocks: which line breaks end a sentence, and which are only a mail client's wrapping.

A line break joins where the line before was about as long as the
paragraph's longest, or the next line goes on in lower case; it ends a sentence before a list item,
after a greeting, at a blank line, and where quoting begins or ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_ITEM = re.compile(r"\s*(?:[-*•·▪◦‣–—+]\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s|[☐☑✓✔]\s?|#{1,6}\s|\|)")
_RULE = re.compile(r"\s*[-=_*~]{3,}\s*$")
_GREETING = re.compile(
    r"\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|thanks|thank you|"
    r"(?:best|kind|warm) (?:regards|wishes)|regards|best|cheers|sincerely|yours \w+|"
    r"hallo|bonjour|hola|liebe[rs]?|sehr geehrte[rs]?)\b[^.?!]{0,40}[,!:]?\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*[>|]")
_NARROW, _WIDE = 45, 110
_FULL = 0.75
"""Share of the paragraph's width from which a line counts as full."""


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)`` of each stretch of the text in which line breaks mean nothing."""
    paragraph: list[tuple[int, int]] = []
    last_end = 0
    for match in _LINE.finditer(text):
        if paragraph and (_blank_between(text, last_end, match.start()) or match[0].isspace()):
            yield from _blocks(text, paragraph)
            paragraph = []
        last_end = match.end()
        if not match[0].isspace():
            paragraph.append(match.span())
    yield from _blocks(text, paragraph)


def _blank_between(text: str, end: int, start: int) -> bool:
    return start - end > 1 and text[end:start] != "\r\n"


def _blocks(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not lines:
        return
    width = max(len(text[start:end].rstrip()) for start, end in lines)
    start = lines[0][0]
    for before, line in pairwise(lines):
        if not _joins(text[slice(*before)], text[slice(*line)], width):
            yield start, before[1]
            start = line[0]
    yield start, lines[-1][1]


def _joins(line: str, following: str, width: int) -> bool:
    """Say whether a sentence may go on from one line to the next."""
    if _ITEM.match(following) or _RULE.match(line) or _RULE.match(following):
        return False
    if _GREETING.match(line) or bool(_QUOTED.match(line)) != bool(_QUOTED.match(following)):
        return False
    words = following.split(None, 1)
    if words[0][0].islower() and not line.rstrip().endswith((".", "!", "?", ":", ";")):
        return True
    return _NARROW <= width <= _WIDE and len(line.rstrip()) >= _FULL * width
