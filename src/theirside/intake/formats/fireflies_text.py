"""Fireflies' text export and its like: ``Name - 00:12``, ``Name [00:12]`` or ``[00:12] Name``."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.conversation import Conversation
from theirside.intake.format import Options
from theirside.intake.headed import Shape, has_times, headed
from theirside.intake.heading import about, keep_below
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "fireflies_text"

_SHAPES = (Shape.DASH, Shape.BRACKETS, Shape.FIRST)


def recognises(source: Source) -> float:
    """Say how surely this is such a text: at least two headings, each with words below."""
    text = source.head_text
    if not has_times(text):
        return 0.0
    found = headed(text.split("\n"), _SHAPES)
    if found.headings < 2 or len(found.cues) * 2 < found.headings or len(found.above) > 60:
        return 0.0
    return 0.9 if "fireflies" in text.casefold() else 0.65


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the call or meeting; one item."""
    del options
    found = headed(source.text().split("\n"), _SHAPES)
    yield from keep_below(found.cues, about(NAME, source, found.above), found.above, report)
