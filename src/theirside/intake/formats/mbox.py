"""mbox: many mails in one file, each after a line that starts with ``From ``.

No two programs agree on more than that (RFC 4155; the Library of Congress lists mboxo, mboxrd,
mboxcl and mboxcl2: https://www.loc.gov/preservation/digital/formats/fdd/fdd000383.shtml). A line
counts as a separator when it ends as one does, with a date, and a header follows; the blank line
before it may be missing. Where ``Content-Length`` leads exactly to the next separator or to the
file's end it is believed, so that a ``From `` line in that body parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from theirside.intake.format import Letter, Options
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "mbox"

_CHUNK = 1 << 20
_AHEAD = 1 << 16
_BEFORE = 3  # a blank line before a separator must still be seen
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATED = re.compile(
    rb"From (?:[^\r\n]*[^\r\n\w])?(?:"
    rb"(?:[A-Z][a-z]{2} +)?" + _MONTH + rb" +\d{1,2} +\d{1,2}:\d\d(?::\d\d)?"
    rb"(?: +(?:[A-Z]{2,5}|[+-]\d{4}))? +\d{4}"
    rb"|(?:[A-Z][a-z]{2}, +)?\d{1,2} +" + _MONTH + rb" +\d{4} +\d{1,2}:\d\d(?::\d\d)?"
    rb"|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?"
    rb")(?: *(?:[+-]\d{4}|[A-Z]{2,5}|\([A-Z]{2,5}\)))*(?: remote from [^\r\n]*)?[ \t]*\r?\n"
)
_HEADER_FOLLOWS = re.compile(rb">?[!-9;-~]+[ \t]*:|>?From ")
_DATELESS = re.compile(
    rb"From (?:[^\s]+)?[ \t]*\r?\n"
    rb"(?=(?:From|Date|Received|Return-Path|Message-ID|Subject|To|Delivered-To|MIME-Version"
    rb"|X-[\w-]+|Content-Type|Status)[ \t]*:)",
    re.IGNORECASE,
)
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,12})[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_BLANK = re.compile(rb"\n\r?\n")
_LEADING = re.compile(rb"(?:\xef\xbb\xbf)?\s*")


def recognises(source: Source) -> float:
    """Say whether the file starts with an mbox ``From `` line."""
    head = source.head
    start = leading.end() if (leading := _LEADING.match(head)) else 0
    if not head.startswith(b"From ", start):
        return 0.0
    if _separates(b"\n\n" + head[start:], 2):
        return 0.95
    return 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Letter]:
    """Yield every mail's place; ``theirside.intake.mail.gather`` counts and reads them."""
    del report, options
    with source.open() as file, source.open() as ahead:
        starts = _starts(file, ahead)
        start = next(starts, None)
        number = 0
        while start is not None:
            end = next(starts, None)
            number += 1
            length = -1 if end is None else end - start
            item = f"{source.name}#{number}"
            yield Letter(source, item, start, length, escaped=True, format=NAME)
            start = end


def _starts(file: BinaryIO, ahead: BinaryIO) -> Iterator[int]:
    """Yield the offset of every separator line, reading the file once, a chunk at a time."""
    first = file.read(_CHUNK)
    text = first.removeprefix(b"\xef\xbb\xbf")
    buffer = b"\n" + text  # so that the first line is found like the others
    base = len(first) - len(text) - 1  # the file's offset of the buffer's first byte
    begin = believed = 0
    while True:
        more = file.read(_CHUNK)
        limit = max(begin, len(buffer) - _AHEAD) if more else len(buffer)
        found = buffer.find(b"\nFrom ", begin)
        while 0 <= found < limit:
            start = base + found + 1
            if start >= believed and _separates(buffer, found + 1):
                yield start
                believed = _believed_end(buffer, found + 1, base, ahead)
            found = buffer.find(b"\nFrom ", found + 5)
        if not more:
            return
        begin = min(limit, _BEFORE)
        base += limit - begin
        buffer = buffer[limit - begin :] + more


def _separates(buffer: bytes, at: int) -> bool:
    """Say whether the ``From `` line at ``at`` starts a mail."""
    blank_before = at <= 1 or buffer[max(0, at - 3) : at].endswith((b"\n\n", b"\n\r\n"))
    dated = _DATED.match(buffer, at)
    if dated is None:
        return blank_before and _DATELESS.match(buffer, at) is not None
    if _HEADER_FOLLOWS.match(buffer, dated.end()):
        return True
    return blank_before and buffer.startswith((b"\n", b"\r\n"), dated.end())


def _believed_end(buffer: bytes, at: int, base: int, ahead: BinaryIO) -> int:
    """Return where Content-Length says that the mail at ``at`` ends; 0 where it is not believed."""
    blank = _BLANK.search(buffer, at)
    stop = blank.end() if blank else len(buffer)
    if buffer.find(b"ontent-", at, stop) < 0 or blank is None:
        return 0
    length = _LENGTH.search(buffer, at, stop)
    if length is None:
        return 0
    end = base + stop + int(length[1])
    ahead.seek(end)
    after = ahead.read(512).lstrip(b"\r\n")
    return end if not after or _separates(b"\n\n" + after, 2) else 0
