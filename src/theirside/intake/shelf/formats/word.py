"""A Word document (``.docx``): one article, its first line or its own title the title."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.intake.report import Report
from theirside.intake.shelf.entry import EMPTY, keep, name_as_title
from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.intake.source import Source
from theirside.intake.word import is_word, lines_of

NAME = "docx"
_HEADLINE = 90
"""Characters up to which a first line alone is a title."""


def recognises(source: Source) -> float:
    """Sure where it is a Word file."""
    return 0.9 if is_word(source) else 0.0


def read(source: Source, report: Report) -> Iterator[Thing]:
    """Yield the article; one item. Raises ``IntakeError`` for a broken document."""
    lines = [line.strip() for line in lines_of(source) if line.strip()]
    if not lines:
        report.skip(source.name, EMPTY)
        return
    headed = len(lines) > 1 and len(lines[0]) <= _HEADLINE
    yield from keep(
        report,
        NAME,
        source.name,
        kind=ThingKind.ARTICLE,
        title=lines[0] if headed else name_as_title(source.name),
        text="\n".join(lines[1:] if headed else lines),
        source=source.name,
    )
