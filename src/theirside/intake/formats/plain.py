"""Plain ``Name: text`` transcripts, with and without times, as people type and paste them."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.conversation import Conversation
from theirside.intake.format import Options
from theirside.intake.heading import about
from theirside.intake.labelled import is_transcript, labelled
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcript import keep_or_skip

NAME = "plain"

SUREST = 0.5
"""Never surer than this: what has a format of its own (mail, chats) may look like it too."""


def recognises(source: Source) -> float:
    """Say how surely this is a plain transcript: by the share of lines that name a speaker."""
    text = source.head_text
    if "\0" in text or "-->" in text or text.lstrip().startswith(("{", "[{")):
        return 0.0
    found = labelled(text.split("\n"))
    if not is_transcript(found):
        return 0.0
    return round(min(SUREST, SUREST * found.labels.share + 0.1), 3)


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the talk; one item."""
    del options
    found = labelled(source.text().split("\n"))
    yield from keep_or_skip(found.cues, about(NAME, source, found.above), report)
