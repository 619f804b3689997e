"""SubRip (``.srt``): numbered blocks with times, speakers as ``Name: text`` if at all.

Read like WebVTT without its header; ``captions`` says why not by the library ``srt``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from theirside.conversation import Conversation
from theirside.intake.captions import TIMING, blocks_of, cues_of
from theirside.intake.format import Options
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcript import About, Cue, keep_or_skip

NAME = "subrip"

_TAG = re.compile(r"</?(?:b|i|u|s|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}", re.IGNORECASE)


def recognises(source: Source) -> float:
    """Say how surely this is SubRip: timing lines, with a decimal comma or a number before."""
    head = source.head_text.lstrip("\ufeff \t\n")
    if "->" not in head or head.startswith("WEBVTT"):
        return 0.0
    lines = head.split("\n")
    place = next((place for place, line in enumerate(lines) if TIMING.match(line)), -1)
    if place < 0:
        return 0.0
    numbered = place > 0 and lines[place - 1].strip().isdigit()
    if "," in lines[place]:
        return 0.9
    return 0.6 if numbered else 0.4


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the call or meeting; one item."""
    del options
    yield from keep_or_skip(cues_in(source.text()), About(NAME, source), report)


def cues_in(text: str) -> list[Cue]:
    """Return the cues of a SubRip file's text."""
    blocks = blocks_of(text)
    for block in blocks:
        block.lines = [html.unescape(_TAG.sub("", line)) for line in block.lines]
    return cues_of(blocks)
