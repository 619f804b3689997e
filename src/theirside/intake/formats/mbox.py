"""mbox: many mails in one file, each after a line that starts with ``From ``.

No two programs agree on more than that (RFC 4155; https://www.loc.gov/preservation/digital/
formats/fdd/fdd000383.shtml lists mboxo, mboxrd, mboxcl, mboxcl2). A line counts as a separator
when it ends as one does, with a date, and a header follows; a blank line before it may be missing.
Where ``Content-Length`` leads exactly to the next separator or the file's end, it is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theirside.intake.format import Letter, Options
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "mbox"

_CHUNK = 1 << 20
_AHEAD = 4096
_SEPARATOR = re.compile(
    rb"From [^\r\n]*?\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +\d{1,2},? +"
    rb"(?:\d{4} +)?\d{1,2}:\d\d(?::\d\d)?(?:[^\r\n]*\b\d{4}[^\r\n]*)?\r?\n"
    rb"(?=>?[!-9;-~]+[ \t]*:|>?From |\r?\n)"
)
_DATELESS = re.compile(
    rb"From (?:\S+)?[ \t]*\r?\n"
    rb"(?=(?:From|Date|Received|Return-Path|Message-ID|Subject|To|Delivered-To|MIME-Version"
    rb"|X-[\w-]+|Content-Type|Status)[ \t]*:)",
    re.IGNORECASE,
)
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n")
_LEADING = re.compile(rb"(?:\xef\xbb\xbf)?\s*")


def recognises(source: Source) -> float:
    """Say whether the file starts with an mbox ``From `` line."""
    head = source.head
    start = leading.end() if (leading := _LEADING.match(head)) else 0
    if not head.startswith(b"From ", start):
        return 0.0
    if _SEPARATOR.match(head, start):
        return 0.95
    return 0.8 if _DATELESS.match(head, start) else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Letter]:
    """Yield every mail's place; ``theirside.intake.mail.gather`` counts and reads them."""
    del report, options
    starts = _starts(source)
    start = next(starts, None)
    number = 0
    while start is not None:
        end = next(starts, None)
        number += 1
        length = -1 if end is None else end - start
        yield Letter(source, f"{source.name}#{number}", start, length, escaped=True, format=NAME)
        start = end


def _starts(source: Source) -> Iterator[int]:
    """Yield the offset of every separator line, reading the file once, a chunk at a time."""
    with source.open() as file:
        base = 0
        buffer = b"\n" + file.read(_CHUNK)
        base -= 1
        while True:
            more = file.read(_CHUNK)
            limit = len(buffer) if not more else max(0, len(buffer) - _AHEAD)
            found = buffer.find(b"\nFrom ")
            while 0 <= found < limit:
                if _separates(buffer, found + 1):
                    yield base + found + 1
                found = buffer.find(b"\nFrom ", found + 5)
            if not more:
                return
            base += limit
            buffer = buffer[limit:] + more


def _separates(buffer: bytes, at: int) -> bool:
    if _SEPARATOR.match(buffer, at):
        return True
    before = buffer[max(0, at - 3) : at]
    blank_before = before.endswith((b"\n\n", b"\n\r\n")) or at <= 1
    return blank_before and _DATELESS.match(buffer, at) is not None
