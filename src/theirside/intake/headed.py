"""Transcripts whose turns have a heading: a line with the speaker and the time, then the words.

Otter writes ``Dana Whitfield  0:12``, Teams ``Dana Whitfield   0:12``, Fireflies
``Dana Whitfield - 00:12``, others ``[00:12] Dana Whitfield``. A sentence may look like one of them
("see you at 10:30"), so the shape that occurs most often in a file is that file's shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from theirside.conversation import Speaker
from theirside.intake.clock import CLOCK, seconds
from theirside.intake.labels import can_be_a_label, is_named
from theirside.intake.speaker_names import speaker_of
from theirside.intake.transcript import Cue

_NAME = r"(?P<name>[^\s:\[\]()<>][^:<>\t]{0,69}?)"
_TIME = rf"(?P<time>{CLOCK})"
_LOOSE = r"\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d{1,6})?"
_SPAN = rf"(?P<time>{_LOOSE})\s*-{{1,2}}>\s*(?P<end>{_LOOSE})"


class Shape(StrEnum):
    """How the heading of a turn is written."""

    WIDE = "wide"  # Name  0:12
    DASH = "dash"  # Name - 00:12
    BRACKETS = "brackets"  # Name [00:12], Name (00:12):
    FIRST = "first"  # [00:12] Name, 00:12 - Name, 0:12 | Name
    CAPTION = "caption"  # [Name] 14:03:12, a time of day
    ARROW = "arrow"  # 0:0:5.1 --> 0:0:8.2, the name on the next line
    ALONE = "alone"  # 0:12 on its own: nobody is named
    NARROW = "narrow"  # Name 0:12, which a sentence may look like too


_SHAPES = {
    Shape.ARROW: re.compile(
        rf"{_SPAN}|{_NAME}\s+{_SPAN.replace('time', 'at').replace('end', 'to')}"
    ),
    Shape.WIDE: re.compile(rf"{_NAME}(?:\s{{2,}}|\t){_TIME}"),
    Shape.DASH: re.compile(rf"{_NAME}\s+[-–—]\s+{_TIME}"),
    Shape.BRACKETS: re.compile(rf"{_NAME}\s*[\[(]{_TIME}[\])]\s*:?"),
    Shape.FIRST: re.compile(
        rf"(?:[\[(]{_TIME}[\])]|{_TIME.replace('time', 'at')})\s*[-–—|]?\s*{_NAME}\s*:?"
    ),
    Shape.CAPTION: re.compile(rf"\[(?P<name>[^\[\]]{{1,70}})\]\s*{_TIME}"),
    Shape.ALONE: re.compile(rf"[\[(]?{_TIME}[\])]?"),
    Shape.NARROW: re.compile(rf"{_NAME}\s{_TIME}"),
}
_ORDER = tuple(_SHAPES)
_MINUTES = re.compile(r":[0-5]\d")
_TIME_AT_THE_END = re.compile(r":[0-5]\d(?:[.,]\d{1,6})?[\])]?:?[ \t*_]*$", re.MULTILINE)
_EVENT = re.compile(r".{1,70} (?:started|stopped) transcription", re.IGNORECASE)
_FOOTER = re.compile(r"transcribed by https?://otter\.ai\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headed:
    """What such a file holds: the shape of its headings, what stands above them, its cues."""

    shape: Shape | None
    headings: int
    above: tuple[str, ...]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    name: str
    start: float
    end: float | None = None


def has_times(text: str) -> bool:
    """Say quickly whether a line of the text begins or ends with a time, as each heading does."""
    if "-->" in text or "\0" in text:
        return False
    if _TIME_AT_THE_END.search(text):
        return True
    for found in _MINUTES.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        if text[line : found.start()].strip(" \t*_#[(").isdigit():
            return True
    return False


def headed(lines: Iterable[str], shapes: Sequence[Shape] = _ORDER) -> Headed:
    """Read lines as turns with headings, in whichever of the shapes occurs most often."""
    said = [line.strip(" \t*_#\ufeff") for line in lines]
    said = [line for line in said if line and not _FOOTER.fullmatch(line)]
    found = [(line, _shape_of(line)) for line in said]
    counts = Counter(shape for _, shape in found if shape is not None and shape in shapes)
    if not counts:
        return Headed(None, 0, tuple(said), ())
    shape = max(counts, key=lambda each: (counts[each], -_ORDER.index(each)))
    first = next(place for place, (_, its) in enumerate(found) if its is shape)
    return Headed(
        shape,
        counts[shape],
        tuple(line for line, _ in found[:first]),
        tuple(_cues(found[first:], shape)),
    )


def _shape_of(line: str) -> Shape | None:
    if len(line) > 110:
        return None
    for shape, pattern in _SHAPES.items():
        found = pattern.fullmatch(line)
        if found and _could_be_a_name(found.groupdict().get("name") or "", shape):
            return shape
    return None


def _could_be_a_name(name: str, shape: Shape) -> bool:
    if not name:
        return shape in (Shape.ALONE, Shape.ARROW)
    if shape is Shape.NARROW and not is_named(name):
        return False
    return can_be_a_label(name) and not re.search(r"[.!?,;]$|https?|\d:\d", name)


def _cues(found: Sequence[tuple[str, Shape | None]], shape: Shape) -> Iterator[Cue]:
    heading = _Heading("", 0.0)
    waits_for_name = False
    speaker: Speaker | None = None
    turn = 0
    for line, its in found:
        if its is shape:
            turn += 1
            heading = _heading(line, shape)
            waits_for_name = shape is Shape.ARROW and not heading.name
            speaker = speaker_of(heading.name)
        elif waits_for_name:
            speaker, waits_for_name = speaker_of(line), False
        elif not _EVENT.fullmatch(line):
            yield Cue(speaker, line, heading.start, heading.end, utterance=str(turn))


def _heading(line: str, shape: Shape) -> _Heading:
    found = _SHAPES[shape].fullmatch(line)
    parts = found.groupdict() if found else {}
    start = parts.get("time") or parts.get("at") or "0:00"
    end = parts.get("end") or parts.get("to")
    return _Heading(parts.get("name") or "", seconds(start), seconds(end) if end else None)
