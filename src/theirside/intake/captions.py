"""Timed text in blocks, as WebVTT and SRT both have it: a timing line, then the words.

Neither ``webvtt-py`` nor ``srt`` is used, because meeting tools write such files carelessly:
``webvtt-py`` 0.6 refuses a file without its header and silently loses cues with a decimal comma or
an odd time; ``srt`` 3.5 takes ``00:05,000`` (no hours) for five minutes, and writes what it cannot
read, which is what people said, to the log. What both formats share is a page of code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from theirside.intake.labels import labels_in
from theirside.intake.speaker_names import speaker_of
from theirside.intake.transcript import Cue

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?"
ROLLING = 0.4
"""From this share of blocks that repeat the line above theirs on, a file's captions roll up."""

_WEBEX = re.compile(r'\d+ "(.*)" \(-?\d+\)')
_FRAGMENT = re.compile(r"(.+/\d+)-\d+")
TIMING = re.compile(rf"^\s*{_TIME}\s*-{{1,2}}>\s*{_TIME}(?:\s.*)?$")


@dataclass(slots=True)
class Block:
    """One timed block: its identifier, its times in seconds, and its lines as they stand."""

    identifier: str
    start: float
    end: float
    lines: list[str] = field(default_factory=list)

    @property
    def voice(self) -> str:
        """Who speaks, where the identifier says so, as Webex has it: ``1 "Dana" (2345)``."""
        found = _WEBEX.fullmatch(self.identifier)
        return found[1] if found else ""

    @property
    def utterance(self) -> str:
        """What Teams joins pieces by: the ``guid/12`` of the identifier ``guid/12-0``."""
        found = _FRAGMENT.fullmatch(self.identifier)
        return found[1] if found else ""


def blocks_of(text: str, *, comments: bool = False) -> list[Block]:
    """Return the timed blocks of a caption file, whatever is missing around them.

    ``comments`` says that NOTE, STYLE and REGION blocks are no words (WebVTT).
    """
    return _without_repeats(list(_blocks(text, comments=comments)))


def cues_of(blocks: list[Block]) -> list[Cue]:
    """Return the cues of blocks whose speakers stand as labels before the words, if at all."""
    first = labels_in(block.lines[0] for block in blocks if block.lines)
    anywhere = labels_in(line for block in blocks for line in block.lines)
    labels = replace(first, names=first.names | anywhere.names)
    cues: list[Cue] = []
    for block in blocks:
        for line in block.lines:
            label, text = labels.split(line)
            named = label or block.voice
            speaker = speaker_of(named) if named else None
            cues.append(Cue(speaker, text, block.start, block.end, block.utterance))
    return cues


def _blocks(text: str, *, comments: bool) -> Iterator[Block]:
    block: Block | None = None
    gap: list[str] = []  # lines seen since the last timing line, blank ones as ""
    for line in text.split("\n"):
        timing = TIMING.match(line)
        if not timing:
            gap.append(line.strip())
            continue
        identifier = _pop_identifier(gap, first=block is None)
        if block is not None:
            block.lines = _words(gap, comments=comments)
            yield block
        times = timing.groups()
        block = Block(identifier, _seconds(times[:4]), _seconds(times[4:]))
        gap = []
    if block is not None:
        block.lines = _words(gap, comments=comments)
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
    told = re.fullmatch(r"\d+|[\w{}-]+/\d+-\d+", gap[-1]) or _WEBEX.fullmatch(gap[-1])
    if told or (after_blank and " " not in gap[-1]):
        return gap.pop()
    return ""


def _words(gap: list[str], *, comments: bool) -> list[str]:
    """Return the lines of words, without the comment and style blocks behind them."""
    kept: list[str] = []
    comment = False
    blank = False
    for line in gap:
        if not line:
            comment, blank = False, True
            continue
        if comments and blank and re.match(r"(?:NOTE|STYLE|REGION)(?:\s|$)", line):
            comment = True
        if not comment:
            kept.append(line)
        blank = False
    return kept


def _without_repeats(blocks: list[Block]) -> list[Block]:
    """Take out lines that roll up: each block shows the line before once more above its own.

    Automatic captions of video platforms do so all along; where it is only now and then, somebody
    really said the words twice.
    """
    repeats = [
        bool(before.lines and block.lines and before.lines[-1] == block.lines[0])
        for before, block in pairwise(blocks)
    ]
    above = sum(
        rep and len(block.lines) > 1 for rep, block in zip(repeats, blocks[1:], strict=False)
    )
    if len(repeats) < 3 or above < ROLLING * len(repeats):
        return blocks
    for block, repeated in zip(blocks[1:], repeats, strict=True):
        if repeated:
            block.lines = block.lines[1:]
    return blocks


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return round(whole + float(f"0.{fraction or 0}"), 3)
