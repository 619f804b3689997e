"""Dates in tables: ISO 8601, seconds or milliseconds since 1970, mail dates, and local forms.

Whether 01/02/2025 is in January or February is decided over the file, as for WhatsApp. A general
date parser (dateparser) is not used: it takes milliseconds a row, and reads dates into fields
that hold none.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from theirside.intake.whatsapp_dates import DateOrder, Stamp, stamp

_FORMS = (
    "%b %d, %Y %I:%M %p",
    "%b %d, %Y, %I:%M %p",
    "%B %d, %Y %I:%M %p",
    "%b %d, %Y",
    "%d %b %Y %H:%M",
    "%d %b %Y %H:%M:%S",
    "%d %B %Y %H:%M",
    "%Y/%m/%d %H:%M:%S",
)
_LAST = 4_102_444_800  # the year 2100, in seconds: what is larger counts milliseconds


def numbers(text: str) -> Stamp | None:
    """Return a date of three numbers, with a time or without one ("1/2/2025 9:03 AM")."""
    text = re.sub(r"\s+(?:UTC|GMT|Z)$", "", text.strip())
    return stamp(f"{text} - ") or stamp(f"{text} 00:00 - ")


def date(text: str, order: DateOrder) -> datetime | None:
    """Return the time that a field holds; ``None`` where it can't be read."""
    text = text.strip()
    if not text:
        return None
    for read in (_iso, _epoch, _mail, _named):
        time = read(text)
        if time is not None:
            return time if time.tzinfo is not None else time.replace(tzinfo=UTC)
    found = numbers(text)
    return found.time(order) if found is not None else None


def _iso(text: str) -> datetime | None:
    text = re.sub(r"\s+(?:UTC|GMT)$", "Z", text)
    text = re.sub(r"\s+([+-]\d\d):?(\d\d)$", r"\1:\2", text)
    if re.match(r"\d{4}-\d\d-\d\d", text) is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _epoch(text: str) -> datetime | None:
    if re.fullmatch(r"\d{9,13}(?:\.\d{1,6})?", text, re.ASCII) is None:
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds > _LAST else seconds, UTC)


def _mail(text: str) -> datetime | None:
    if re.match(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d", text) is None:
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def _named(text: str) -> datetime | None:
    if not re.search(r"[A-Za-z]{3}", text):
        return None
    for form in _FORMS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
