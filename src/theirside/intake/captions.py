"""Timed text in blocks, as WebVTT and SRT both have it: a timing line, then the words.

Neither ``webvtt-py`` nor ``srt`` is used, because meeting tools write such files carelessly:
``webvtt-py`` 0.6 refuses a file without its header and silently loses cues with a decimal comma or
an odd time; ``srt`` 3.5 takes ``00:05,000`` (no hours) for five minutes, and writes what it cannot
read, which is what people said, to the log. What both formats share is a page of code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?"
TIMING = re.compile(rf"^\s*{_TIME}\s*-{{1,2}}>\s*{_TIME}(?:\s.*)?$")


@dataclass(slots=True)
class Block:
    """One timed block: its identifier, its times in seconds, and its lines as they stand."""

    identifier: str
    start: float
    end: float
    lines: list[str] = field(default_factory=list)


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the timed blocks of a caption file, whatever is missing around them."""
    block: Block | None = None
    gap: list[str] = []  # lines seen since the last timing line, blank ones as ""
    for line in text.split("\n"):
        timing = TIMING.match(line)
        if not timing:
            gap.append(line.strip())
            continue
        identifier = _pop_identifier(gap, first=block is None)
        if block is not None:
            block.lines = _words(gap)
            yield block
        times = timing.groups()
        block = Block(identifier, _seconds(times[:4]), _seconds(times[4:]))
        gap = []
    if block is not None:
        block.lines = _words(gap)
        yield block


def _pop_identifier(gap: list[str], *, first: bool) -> str:
    """Take the identifier off: the line just before the timing, if it is not words.

    A number or a Teams id is one wherever it stands (blank lines may be missing); any other line
    only where a blank line sets it off from the words before it.
    """
    while gap and not gap[-1]:
        gap.pop()
    if not gap:
        return ""
    after_blank = first if len(gap) == 1 else not gap[-2]
    if re.fullmatch(r"\d+|[\w{}-]+/\d+-\d+", gap[-1]) or (after_blank and " " not in gap[-1]):
        return gap.pop()
    return ""


def _words(gap: list[str]) -> list[str]:
    """Return the lines of words, without comment and style blocks behind them."""
    kept: list[str] = []
    comment = False
    blank = False
    for line in gap:
        if not line:
            comment, blank = False, True
            continue
        if blank and re.match(r"(?:NOTE|STYLE|REGION)(?:\s|$)", line):
            comment = True
        if not comment:
            kept.append(line)
        blank = False
    return kept


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return round(whole + float(f"0.{fraction or 0}"), 3)
