"""eml: one mail in one file, as RFC 5322 has it, whatever the file is called.

Apple Mail's ``.emlx`` is the same between a first line that says how long it is and a trailer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theirside.intake.format import Letter, Options
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "eml"

_PREAMBLE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:>?From [^\r\n]*\r?\n)?")
_BLOCK = re.compile(rb"(?:[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_MAIL_FIELD = re.compile(
    rb"^(from|to|date|subject|message-id|received|return-path|mime-version|content-type"
    rb"|delivered-to|in-reply-to|references|cc|sender|reply-to|x-mailer)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_SUFFIXES = (".eml", ".emlx")
_APPLE_LENGTH = re.compile(rb"\s*(\d{1,10})\s*\n")


def recognises(source: Source) -> float:
    """Say how much the start of the file looks like a mail's header."""
    head = source.head
    if apple := _APPLE_LENGTH.match(head):
        head = head[apple.end() :]
    start = match.end() if (match := _PREAMBLE.match(head)) else 0
    named = source.name.lower().endswith(_SUFFIXES)
    block = _BLOCK.match(head + b"\n", start)
    fields = {name.lower() for name in _MAIL_FIELD.findall(block[0])} if block else set()
    if len(fields) >= 3 and fields & {b"from", b"received", b"return-path", b"message-id"}:
        return 0.97 if named else 0.9
    if len(fields) >= 2:
        return 0.9 if named else 0.6
    if named:
        return 0.5
    return 0.3 if fields else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Letter]:
    """Yield the one mail; ``theirside.intake.mail.gather`` counts and reads it."""
    del report, options
    apple = _APPLE_LENGTH.match(source.head)
    offset, length = (apple.end(), int(apple[1])) if apple else (0, -1)
    yield Letter(source, source.name, offset, length, format=NAME)
