"""Mail dates (RFC 5322, section 3.3, and what is written instead of it) to aware datetimes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

_EARLIEST, _LATEST = 1971, 2100
_ISO = re.compile(r"\d{4}-\d\d?-\d\d?[T ]\d\d?:\d\d(?::\d\d)?(?:[.,]\d+)?\s*(?:Z|[+-]\d\d:?\d\d)?")
_FROM_LINE_TIME = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+)?"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+(\d{1,2})\s+"
    r"(\d{1,2}:\d\d(?::\d\d)?)\s+(?:([A-Z]{2,5}|[+-]\d{4})\s+)?(\d{4})(?:\s+([+-]\d{4}))?"
)


def parse_date(value: str) -> datetime | None:
    """Return the time that a header's value names; None where it names none, or no likely one.

    Without a zone it is taken as UTC.
    """
    try:
        parts = parsedate_tz(value)
        if parts is not None:
            return _likely(datetime(*parts[:6], tzinfo=_zone(parts[9])))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    return _from_iso(value)


def parse_from_line(line: str) -> datetime | None:
    """Return the time that an mbox ``From `` line ends with."""
    match = _FROM_LINE_TIME.search(line)
    if match is None:
        return None
    month, day, time, zone, year, late_zone = match.groups()
    return parse_date(f"{day} {month} {year} {time} {late_zone or zone or '+0000'}")


def parse_received(value: str) -> datetime | None:
    """Return the time in a ``Received`` header, which stands after its last semicolon."""
    return parse_date(value.rpartition(";")[2].strip())


def _zone(offset: int | None) -> timezone:
    seconds = offset or 0
    if abs(seconds) >= 86400:
        return UTC
    return timezone(timedelta(seconds=seconds)) if seconds else UTC


def _from_iso(value: str) -> datetime | None:
    match = _ISO.search(value)
    if match is None:
        return None
    try:
        moment = datetime.fromisoformat(match[0].replace(",", ".").replace(" ", "T", 1).strip())
    except ValueError:
        return None
    return _likely(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _likely(moment: datetime) -> datetime | None:
    return moment if _EARLIEST <= moment.year < _LATEST else None
