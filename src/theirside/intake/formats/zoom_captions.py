"""Captions that a participant saved in Zoom: ``[Name] 14:03:12``, then the words.

The file is called ``meeting_saved_closed_caption.txt`` whatever the meeting was; its folder has
the date and the topic. Times are times of day; here they count from the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from theirside.conversation import Conversation
from theirside.intake.clock import date_in
from theirside.intake.format import Options
from theirside.intake.headed import Shape, has_times, headed
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcript import About, Cue, keep_or_skip

NAME = "zoom_captions"

_DAY = 24 * 3600.0
_FOLDER = re.compile(r"20\d\d-\d\d-\d\d \d\d\.\d\d\.\d\d (.+?)(?: \d{9,})?")


def recognises(source: Source) -> float:
    """Say how surely these are saved captions: headings of that shape, words below."""
    text = source.head_text
    if not has_times(text):
        return 0.0
    found = headed(text.split("\n"), (Shape.CAPTION,))
    enough = found.headings > 1 and len(found.cues) * 2 >= found.headings and not found.above
    return 0.9 if enough else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the call or meeting; one item."""
    del options
    found = headed(source.text().split("\n"), (Shape.CAPTION,))
    folder = PurePosixPath(source.name.replace("\\", "/").replace("!", "/")).parent.name
    topic = _FOLDER.fullmatch(folder)
    about = About(NAME, source, subject=topic[1] if topic else "", started_at=date_in(folder))
    yield from keep_or_skip(_since_the_first(found.cues), about, report)


def _since_the_first(cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """Yield cues with times since the first, past midnight too."""
    first = next((cue.start for cue in cues if cue.start is not None), 0.0)
    for cue in cues:
        since = (cue.start or 0.0) - first
        yield replace(cue, start=since + _DAY if since < -_DAY / 2 else max(since, 0.0))
