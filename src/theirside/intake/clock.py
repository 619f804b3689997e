"""Times in transcripts: ``0:12``, ``01:02:03.5`` since the start, and dates in their headings."""

from __future__ import annotations

import re
from datetime import UTC, datetime

CLOCK = r"(?:\d{1,2}:)?\d{1,3}:[0-5]\d(?:[.,]\d{1,6})?"
"""A pattern for a time since the start: minutes and seconds, with or without hours."""

LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "sv", "nb", "da", "fi", "pl"]
"""Languages of dates in headings; to try all that there are takes seconds a line."""

_FILE_DATE = re.compile(
    r"(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:[-_T ](?:at[ _])?([01]\d|2[0-3])[-_.:h]?([0-5]\d)(?:[-_.:]?([0-5]\d))?(?!\d))?"
)
_DATED = re.compile(r"(?=.*(?<!\d)20\d\d(?!\d))(?=.*(?<!\d)\d{1,2}(?!\d)).*[^\W\d]{3}", re.DOTALL)
_NUMERIC = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]20\d\d")


def seconds(clock: str) -> float:
    """Return a clock time (``CLOCK``) as seconds."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return round(total, 3)


def date_in(name: str) -> datetime | None:
    """Return the date (and time) in a file's name; UTC, as Zoom and most recorders name them."""
    found = _FILE_DATE.search(name)
    if not found:
        return None
    year, _, month, day, hour, minute, second = found.groups()
    try:
        return datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
            tzinfo=UTC,
        )  # fmt: skip
    except ValueError:
        return None


def moment(text: str) -> datetime | None:
    """Return the time that ISO 8601 text names, or the date in a heading ("Mon, 5 Jan 2026").

    Without a zone it is taken as UTC. A date that could be read as day/month or month/day is not
    read at all.
    """
    text = text.strip()
    try:
        exact = datetime.fromisoformat(text)
    except ValueError:
        exact = None
    if exact is not None:
        return exact if exact.tzinfo else exact.replace(tzinfo=UTC)
    if len(text) > 60 or not _DATED.search(text) or _NUMERIC.search(text):
        return None
    import dateparser

    settings = {"TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": True, "STRICT_PARSING": True}
    return dateparser.parse(text, languages=LANGUAGES, settings=settings)
