"""Otter's text export, and the same shape copied out of Teams: ``Name  0:12``, then the words."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.conversation import Conversation
from theirside.intake.format import Options
from theirside.intake.headed import Headed, Shape, has_times, headed
from theirside.intake.heading import about, keep_below
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "otter"

_SHAPES = (Shape.WIDE, Shape.ALONE, Shape.NARROW)


def recognises(source: Source) -> float:
    """Say how surely this is Otter's: headings with a wide gap, its footer, its summary."""
    text = source.head_text
    if not has_times(text):
        return 0.0
    found = headed(text.split("\n"), _SHAPES)
    if not _is_it(found):
        return 0.0
    return 0.95 if "otter.ai" in text else 0.7


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the call or meeting; one item."""
    del options
    found = headed(source.text().split("\n"), _SHAPES)
    yield from keep_below(found.cues, about(NAME, source, found.above), found.above, report)


def _is_it(found: Headed) -> bool:
    least = {Shape.WIDE: 1, Shape.ALONE: 3, Shape.NARROW: 3}
    return (
        found.shape is not None
        and found.headings >= least[found.shape]
        and len(found.cues) * 2 >= found.headings
        and len(found.above) <= 30
    )
