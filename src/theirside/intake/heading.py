"""What stands above the words of a transcript: its title and its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from theirside.conversation import Conversation
from theirside.intake.clock import date_in, moment
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcript import About, Cue, keep_or_skip

LONGEST_HEADING = 5
"""More lines than these above a talk are worth a note: somebody may have said them."""

_FIELD = re.compile(r"(?:title|meeting(?: title)?|subject|topic|date|time)\s*:\s*", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:meeting )?transcript|summary(?: keywords)?|keywords|speakers|attendees|participants",
    re.IGNORECASE,
)


def about(format_name: str, source: Source, above: Sequence[str]) -> About:
    """Return what the lines above a transcript say of it: title and date, where they do."""
    lines = [_FIELD.sub("", line, count=1).strip() for line in above[:12]]
    started_at = next((found for found in map(_date, lines) if found), None)
    title = next((line for line in lines[:3] if _is_title(line)), "")
    return About(format_name, source, subject=_bare(title), started_at=started_at)


def keep_below(
    cues: Iterable[Cue], meant: About, above: Sequence[str], report: Report
) -> Iterator[Conversation]:
    """Keep or skip a talk as ``keep_or_skip`` does, and note when much stood above its words."""
    if len(above) > LONGEST_HEADING:
        report.notes.append(
            f"{meant.item}: {len(above)} lines above the first speaker are not part of the talk"
        )
    yield from keep_or_skip(cues, meant, report)


def _date(line: str) -> datetime | None:
    return moment(re.split(r"\s+[•·|]\s+", line)[0]) or date_in(line)


def _is_title(line: str) -> bool:
    return 0 < len(line) <= 120 and not _NO_TITLE.fullmatch(line) and moment(line) is None


def _bare(title: str) -> str:
    """Take off what Teams adds to a title: ``Review-20260615_133555-Meeting Transcript``."""
    return re.sub(r"-20\d{6}_\d{6}-Meeting (?:Transcript|Recording)$", "", title)
