"""Plain lines as a transcript: ``Name: text``, with times before, behind or above them.

Dana: Hello.                [00:12] Dana: Hello.        00:00:12
Dana (00:12): Hello.        **Dana**: Hello.            Dana: Hello.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from theirside.intake.clock import CLOCK, seconds
from theirside.intake.labels import Labels, labels_in
from theirside.intake.speaker_names import speaker_of
from theirside.intake.transcript import Cue

LEAST_SHARE = 0.15
"""The least share of labelled lines in a transcript: one in six or seven, wrapped and all."""
SHORT_SHARE = 0.6
"""The same where only one person speaks more than once."""
LONGEST_ABOVE = 30
"""With more lines above the first speaker, what follows is a passage in something else."""

_ALONE = re.compile(rf"[\[(]?({CLOCK})(?:\s*(?:-{{1,2}}>|→|[-–—])\s*{CLOCK})?[\])]?")
_LEADING = re.compile(
    rf"[\[(]?({CLOCK})(?:\s*(?:-{{1,2}}>|→|[-–—])\s*{CLOCK})?[\])]?\s*(?:[-–—|]\s*)?(?=\S)"
)
_INSIDE = re.compile(rf"([^:\n]{{1,70}}?)\s*[\[(]({CLOCK})[\])]\s*:\s*")
_BOLD = re.compile(  # **Name**: or **Name:** or **Name (0:12)**: in Markdown
    rf"(?:[-*]\s+)?(?P<mark>\*\*|__)(?P<name>[^*:]{{1,70}}?(?:[\[(]{CLOCK}[\])])?)\s*"
    rf"(?:(?P=mark)(?P<time>(?:\s*[\[(]{CLOCK}[\])])?)\s*:|:\s*(?P=mark))\s*"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the lines hold: the lines above the first speaker, the cues, and the labels."""

    above: tuple[str, ...]
    cues: tuple[Cue, ...]
    labels: Labels


def labelled(lines: Iterable[str]) -> Labelled:
    """Read lines as ``Name: text``; a line without a name goes on with the speaker before."""
    parsed = [_parsed(line.strip()) for line in lines if line.strip()]
    labels = labels_in(text for text, _ in parsed if text)
    above: list[str] = []
    cues: list[Cue] = []
    pending: float | None = None
    for line, start in parsed:
        if not line:
            pending = start
            continue
        label, text = labels.split(line)
        if label:
            cues.append(Cue(speaker_of(label), text, pending if start is None else start))
        elif cues:
            cues.append(Cue(None, text, pending if start is None else start))
        else:
            above.append(line)
        pending = None
    return Labelled(tuple(above), tuple(cues), labels)


def is_transcript(found: Labelled) -> bool:
    """Say whether people take turns in the lines; a list of ``Owner: Dana`` is no talk.

    Either two people speak more than once each, in lines that are not only now and then theirs, or
    (of a short talk) nearly every line has its speaker.
    """
    labels = found.labels
    if len(labels.names) < 2 or len(found.above) > LONGEST_ABOVE:
        return False
    if labels.repeated > 1:
        return labels.share >= LEAST_SHARE
    return labels.repeated == 1 and labels.share >= SHORT_SHARE


def _parsed(line: str) -> tuple[str, float | None]:
    """Return the line as ``Name: text`` with its time in seconds; no text for a time alone."""
    alone = _ALONE.fullmatch(line)
    if alone:
        return "", seconds(alone[1])
    line, start = _without_time(line)
    line = _BOLD.sub(lambda bold: f"{bold['name']}{bold['time'] or ''}: ", line, count=1)
    inside = _INSIDE.match(line)
    if inside:
        return f"{inside[1]}: {line[inside.end() :]}", seconds(inside[2])
    return line, start


def _without_time(line: str) -> tuple[str, float | None]:
    leading = _LEADING.match(line)
    # "10:30 works for me" is talk: a bare time counts only where a name and a colon follow.
    if leading and (line[0] in "[(" or re.match(r"[^:]{1,70}:(?:\s|$)", line[leading.end() :])):
        return line[leading.end() :], seconds(leading[1])
    return line, None
