"""Plain ``Name: text`` transcripts, with and without times, as people type and paste them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theirside.conversation import Conversation
from theirside.intake.format import Options
from theirside.intake.heading import about, keep_below
from theirside.intake.labelled import is_transcript, labelled
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "plain"

SUREST = 0.5
"""Never surer than this: what has a format of its own (mail, chats) may look like it too."""

_MAIL = re.compile(
    r"^(?:Received|Return-Path|MIME-Version|Message-ID|Content-Type|Content-Transfer-Encoding"
    r"|Delivered-To|Reply-To|X-[\w-]+):[ \t]|^From:[ \t].*\n(?:.*\n){0,4}(?:To|Date|Subject|Sent):",
    re.IGNORECASE | re.MULTILINE,
)
"""Header lines of a mail, which look like names before a colon."""
_LISTED = re.compile(r"^\s*- (?:\{|[\w-]+:\s)", re.MULTILINE)
"""Entries of a YAML list, whose keys do too."""

_CODE_END = re.compile(r"[;{}(\[\]\\=|&]\s*$|['\"`)],\s*$")
MOST_CODE = 0.15
"""With a greater share of lines that end like that, a text is program code or data."""


def recognises(source: Source) -> float:
    """Say how surely this is a plain transcript: by the share of lines that name a speaker."""
    text = source.head_text
    if "\0" in text or "-->" in text or text.lstrip().startswith(("{", "[{", "<")):
        return 0.0
    if _MAIL.search(text) or len(_LISTED.findall(text)) > 2 or _is_code(text):
        return 0.0
    found = labelled(text.split("\n"))
    if not is_transcript(found):
        return 0.0
    return round(min(SUREST, SUREST * found.labels.share + 0.1), 3)


def _is_code(text: str) -> bool:
    """Say whether lines end as nobody's talk does: with brackets, semicolons, quoted items."""
    lines = [line for line in text.split("\n") if line.strip()]
    ends = sum(bool(_CODE_END.search(line)) for line in lines)
    return ends > MOST_CODE * len(lines)


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the talk; one item."""
    del options
    found = labelled(source.text().split("\n"))
    yield from keep_below(found.cues, about(NAME, source, found.above), found.above, report)
