"""WebVTT: what Zoom, Teams, Meet and most meeting tools give (https://www.w3.org/TR/webvtt1/).

Speakers stand in voice tags (``<v Dana Whitfield>``) or as ``Name: text``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from theirside.conversation import Conversation
from theirside.intake.captions import TIMING, Block, blocks_of
from theirside.intake.format import Options
from theirside.intake.labels import labels_in, speaker_of, split_label
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcript import About, Cue, conversation

NAME = "webvtt"

_VOICE = re.compile(r"<v(?:\.[^\s>]*)*(?:[ \t]+([^>]*))?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:c|i|b|u|v|ruby|rt|lang)(?:[.\s][^<>]*)?>|<\d[\d:.]*>", re.IGNORECASE)
_FRAGMENT = re.compile(r"(.+)-\d+")


def recognises(source: Source) -> float:
    """Say how surely this is WebVTT: its header, or timing lines with a decimal point."""
    head = source.head_text.lstrip("\ufeff \n")
    if re.match(r"WEBVTT(?:\s|$)", head):
        return 1.0
    timing = next((line for line in head.split("\n") if TIMING.match(line)), "")
    if not timing:
        return 0.0
    return 0.5 if "," in timing.split("->")[0] else 0.8


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:  # noqa: ARG001
    """Yield the call or meeting; one item."""
    blocks = list(blocks_of(source.text()))
    labels = labels_in(
        _plain(line) for block in blocks if not _voiced(block) for line in block.lines[:1]
    )
    cues = [cue for block in blocks for cue in _cues(block, labels)]
    found = conversation(cues, About(NAME, source))
    if found is None:
        report.skip(source.name, "no words in it")
        return
    report.keep(NAME)
    yield found


def _cues(block: Block, labels: frozenset[str]) -> Iterator[Cue]:
    fragment = _FRAGMENT.fullmatch(block.identifier) if "/" in block.identifier else None
    utterance = fragment[1] if fragment else ""
    if _voiced(block):
        text = "\n".join(block.lines)
        pieces = _VOICE.split(text)
        if pieces[0].strip():
            yield Cue(None, _plain(pieces[0]), block.start, block.end, utterance)
        for name, words in zip(pieces[1::2], pieces[2::2], strict=True):
            speaker = speaker_of(html.unescape(name)) if name and name.strip() else None
            yield Cue(speaker, _plain(words), block.start, block.end, utterance)
        return
    for line in block.lines:
        label, text = split_label(_plain(line), labels)
        speaker = speaker_of(label) if label else None
        yield Cue(speaker, text, block.start, block.end, utterance)


def _voiced(block: Block) -> bool:
    return any(_VOICE.search(line) for line in block.lines)


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text))
