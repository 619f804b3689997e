"""Word transcripts (``.docx``): Teams' older and newer layouts, Google Meet's, typed ones.

Teams puts a whole turn into one paragraph with line breaks (``Name   0:03``, then the words) beside
a picture of the speaker; older exports have ``0:0:5.1 --> 0:0:8.2``, the name, and the words. Meet
has a line with the time above ``Name: text``, behind a tab of notes that nobody said.
"""

from __future__ import annotations

from collections.abc import Iterator

from theirside.conversation import Conversation
from theirside.errors import IntakeError
from theirside.intake.format import Options
from theirside.intake.headed import Headed, Shape, headed
from theirside.intake.heading import about
from theirside.intake.labelled import is_transcript, labelled
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcript import About, Cue, keep_or_skip
from theirside.intake.word import is_word, lines_of

NAME = "teams_docx"

_SHAPES = (Shape.WIDE, Shape.ARROW, Shape.DASH, Shape.BRACKETS, Shape.NARROW)


def recognises(source: Source) -> float:
    """Say how surely this is a Word transcript: a Word file whose text has turns."""
    if not is_word(source):
        return 0.0
    try:
        cues, _ = _read(source)
    except IntakeError:
        return 0.5  # a Word file all the same: reading it says what is wrong with it
    return 0.9 if cues else 0.2


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the call or meeting; one item. Raises ``IntakeError`` for a broken document."""
    del options
    cues, meant = _read(source)
    if not cues:
        report.skip(source.name, "a Word document without a transcript in it")
        return
    yield from keep_or_skip(cues, meant, report)


def _read(source: Source) -> tuple[tuple[Cue, ...], About]:
    lines = lines_of(source)
    by_heading = headed(lines, _SHAPES)
    by_label = labelled(_from_first_time(lines))
    if is_transcript(by_label) and len(by_label.cues) > 2 * by_heading.headings:
        return by_label.cues, about(NAME, source, by_label.above)
    if _is_headed(by_heading):
        return by_heading.cues, about(NAME, source, by_heading.above)
    return (), about(NAME, source, ())


def _is_headed(found: Headed) -> bool:
    least = 3 if found.shape is Shape.NARROW else 1
    return found.shape is not None and found.headings >= least


def _from_first_time(lines: list[str]) -> list[str]:
    """Return the lines from the first that is a time on its own; all if there is none."""
    above = headed(lines, (Shape.ALONE,)).above
    kept = [line for line in lines if line.strip()]
    return kept[len(above) :] if len(above) < len(kept) else kept
