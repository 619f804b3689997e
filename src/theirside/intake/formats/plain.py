"""Plain ``Name: text`` transcripts, with and without times, as people type and paste them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theirside.conversation import Conversation
from theirside.intake.format import Options
from theirside.intake.labels import labels_in, speaker_of, split_label
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcript import About, Cue, conversation

NAME = "plain"

_CLOCK = r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?"
_LEADING = re.compile(rf"^\s*[\[(]?{_CLOCK}[\])]?\s*(?:[-–—|]\s*)?(?=\S)")
_INSIDE = re.compile(rf"^([^:\n]{{1,70}}?)\s*[\[(]{_CLOCK}[\])]\s*:\s*")
_BOLD = re.compile(  # **Name**: or **Name:** or **Name (0:12)**: in Markdown
    rf"^\s*(?:[-*]\s+)?(\*\*|__)([^*:]{{1,70}}?(?:[\[(]{_CLOCK}[\])])?)\s*"
    rf"(?:\1((?:\s*[\[(]{_CLOCK}[\])])?)\s*:|:\s*\1)\s*"
)


def recognises(source: Source) -> float:
    """Say how surely this is a plain transcript: the share of paragraphs with a speaker."""
    lines = [_parsed(line)[0] for line in source.head_text.split("\n") if line.strip()]
    if len(lines) < 2 or "\0" in source.head_text:
        return 0.0
    labels = labels_in(lines)
    labelled = sum(1 for line in lines if split_label(line, labels)[0])
    if not labels or labelled < 2:
        return 0.0
    return round(min(0.6, 0.6 * labelled / len(lines) + 0.1), 3)


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:  # noqa: ARG001
    """Yield the talk; one item."""
    parsed = [_parsed(line) for line in source.text().split("\n") if line.strip()]
    labels = labels_in(line for line, _ in parsed)
    cues = []
    for line, start in parsed:
        label, text = split_label(line, labels)
        cues.append(Cue(speaker_of(label) if label else None, text, start))
    found = conversation(cues, About(NAME, source))
    if found is None:
        report.skip(source.name, "no words in it")
        return
    report.keep(NAME)
    yield found


def _parsed(line: str) -> tuple[str, float | None]:
    """Return the line as ``Name: text`` with its time in seconds."""
    line = _BOLD.sub(lambda bold: f"{bold[2]}{bold[6] or ''}: ", line).strip()
    inside = _INSIDE.match(line)
    if inside:
        return f"{inside[1]}: {line[inside.end() :]}", _seconds(inside.groups()[1:])
    leading = _LEADING.match(line)
    if leading:
        return line[leading.end() :], _seconds(leading.groups())
    return line, None


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds = (int(part or 0) for part in parts)
    return float(hours * 3600 + minutes * 60 + seconds)
