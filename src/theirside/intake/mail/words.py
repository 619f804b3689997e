"""Header values as people see them: encoded words (RFC 2047) decoded, malformed ones too.

The standard library's ``decode_header`` gives up on spaces inside a word, on broken base64 and
on characters split across words, all of which real mail has; hence our own.
"""

from __future__ import annotations

import re

from theirside.intake.mail.charsets import decode
from theirside.intake.mail.transfer import from_base64, from_quoted_printable

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?(.{0,3000}?)\?=", re.DOTALL)
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\ufeff]")


def decode_words(value: str) -> str:
    """Decode the encoded words of a header value and tidy its white space; never raises."""
    if value.isascii() and value.isprintable() and "=?" not in value and "  " not in value:
        return value.strip()
    if "=?" in value:
        value = _decoded(_BETWEEN_WORDS.sub(r"\1", value))
    return _SPACE.sub(" ", _UNSEEN.sub("", value)).strip()


def _decoded(value: str) -> str:
    """Decode word by word; neighbours of one charset together, as they may split a character."""
    out: list[str] = []
    pending = b""
    charset = ""
    end = 0
    for match in _WORD.finditer(value):
        between = value[end : match.start()]
        named = match[1].partition("*")[0].lower()
        if between or named != charset:
            out.append(decode(pending, charset))
            out.append(between)
            pending, charset = b"", named
        pending += _payload(match[2], match[3])
        end = match.end()
    out.append(decode(pending, charset))
    out.append(value[end:])
    return "".join(out)


def _payload(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", errors="surrogateescape")
    if encoding in "bB":
        return from_base64(data)
    return from_quoted_printable(data.replace(b"_", b" "))
