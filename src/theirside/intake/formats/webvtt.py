"""WebVTT: what Zoom, Teams, Meet and most meeting tools give (https://www.w3.org/TR/webvtt1/).

Speakers stand in voice tags (``<v Dana Whitfield>``) or as ``Name: text``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from theirside.conversation import Conversation, Speaker
from theirside.intake.captions import TIMING, Block, blocks_of, cues_of
from theirside.intake.format import Options
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.speaker_names import speaker_of
from theirside.intake.transcript import About, Cue, keep_or_skip

NAME = "webvtt"

_VOICE = re.compile(r"<v(?:\.[^\s.>]*)*(?:[ \t]+([^<>]{0,200}))?>", re.IGNORECASE)
_CLOSED = re.compile(r"</v\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:c|i|b|u|v|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d[\d:.]*>", re.IGNORECASE)


def recognises(source: Source) -> float:
    """Say how surely this is WebVTT: its header, or timing lines with a decimal point."""
    head = source.head_text.lstrip("\ufeff \t\n")
    if re.match(r"WEBVTT(?:\s|$)", head):
        return 1.0
    if "->" not in head:
        return 0.0
    timing = next((line for line in head.split("\n") if TIMING.match(line)), "")
    if not timing:
        return 0.0
    return 0.5 if "," in timing else 0.8


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the call or meeting; one item."""
    del options
    yield from keep_or_skip(cues_in(source.text()), About(NAME, source), report)


def cues_in(text: str) -> list[Cue]:
    """Return the cues of a WebVTT file's text."""
    blocks = blocks_of(text, comments=True)
    if any(_VOICE.search(line) for block in blocks for line in block.lines):
        return [cue for block in blocks for cue in _voices(block)]
    for block in blocks:
        block.lines = [_plain(line) for line in block.lines]
    return cues_of(blocks)


def _voices(block: Block) -> Iterator[Cue]:
    """Yield what each voice says; words outside of any voice have no named speaker."""
    pieces = _VOICE.split("\n".join(block.lines))
    spoken: list[tuple[Speaker, str]] = [(Speaker(), pieces[0])]
    for name, words in zip(pieces[1::2], pieces[2::2], strict=True):
        inside, *outside = _CLOSED.split(words, maxsplit=1)
        spoken.append((speaker_of(html.unescape(name or "")), inside))
        spoken.extend((Speaker(), rest) for rest in outside)
    for speaker, words in spoken:
        yield Cue(speaker, _plain(words), block.start, block.end, block.utterance)


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text))
