"""Calendar files written out (RFC 5545): the few lines that our entries have.

A library takes half a millisecond for each entry, which is too long where there are hundreds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

Lines = Sequence[tuple[str, str | int | date | datetime]]
"""The properties of an entry, in order: times must have a zone."""
_HEAD: Lines = (
    ("VERSION", "2.0"),
    ("PRODID", "-//Theirside//Due//EN"),
    ("CALSCALE", "GREGORIAN"),
    ("METHOD", "PUBLISH"),
    ("X-WR-CALNAME", "Theirside"),
)
_LONGEST = 75
"""Bytes of a line; a longer one goes on in the next, behind a space."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar_file(entries: Iterable[Lines], kind: str) -> bytes:
    """Return a calendar of these entries; ``kind`` is ``VEVENT`` or ``VTODO``."""
    lines = ["BEGIN:VCALENDAR", *map(_line, _HEAD)]
    for each in entries:
        lines += [f"BEGIN:{kind}", *map(_line, each), f"END:{kind}"]
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) + b"\r\n" for line in lines)


def _line(entry: tuple[str, str | int | date | datetime]) -> str:
    name, value = entry
    if isinstance(value, datetime):
        return f"{name}:{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    if isinstance(value, date):
        return f"{name};VALUE=DATE:{value:%Y%m%d}"
    return f"{name}:{str(value).translate(_ESCAPED)}"


def folded(line: str) -> bytes:
    """Return a line in pieces of 75 bytes at most, no character torn apart."""
    pieces, piece = [], b""
    for each in line:
        encoded = each.encode()
        if len(piece) + len(encoded) > _LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    return b"\r\n".join([*pieces, piece])
