"""Content-Transfer-Encodings undone, broken ones as far as they go (RFC 2045, section 6)."""

from __future__ import annotations

import binascii
import re

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_SOFT_BREAK = re.compile(rb"=[ \t]*\r?\n")
_TRAILING_SPACE = re.compile(rb"[ \t]+(?=\r?\n)")
_LINE_END = re.compile(rb"[ \t]*\r?\n")
_BASE64_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_AFTER_PADDING = re.compile(rb"=[ \t]+[^\r\n]*")
_PADDING = re.compile(rb"={1,2}")


def undo(data: bytes, encoding: str) -> bytes:
    """Undo the transfer encoding named ``encoding``; what is not so encoded comes back as it is."""
    name = encoding.strip().lower().partition(";")[0].strip().strip("\"'")
    if name == "base64":
        return from_base64(data) if _looks_base64(data) else data
    if name in {"quoted-printable", "quoted_printable", "qp"}:
        text = _SOFT_BREAK.sub(b"", _TRAILING_SPACE.sub(b"", data))
        return from_quoted_printable(text)
    return data


def from_quoted_printable(data: bytes) -> bytes:
    """Undo ``=XX``; an equals sign that starts no such thing stays."""
    return _HEX.sub(lambda match: bytes((int(match[1], 16),)), data) if b"=" in data else data


def from_base64(data: bytes) -> bytes:
    """Decode base64, leaving out what is none, block by padded block."""
    try:
        return binascii.a2b_base64(data, strict_mode=False) if _tidy(data) else _piecewise(data)
    except binascii.Error:
        return _piecewise(data)


def _tidy(data: bytes) -> bool:
    """Say whether padding stands only at the end, which ``a2b_base64`` stops at."""
    first = data.find(b"=")
    return first == -1 or len(data) - first <= 4


def _piecewise(data: bytes) -> bytes:
    out = bytearray()
    for block in _PADDING.split(_AFTER_PADDING.sub(b"=", data)):
        letters = _NOT_BASE64.sub(b"", block)
        letters = letters[: -1 if len(letters) % 4 == 1 else None]
        out += binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
    return bytes(out)


def _looks_base64(data: bytes) -> bool:
    """Say whether the start is mostly base64: some senders only claim it of plain text."""
    sample = data[:2000]
    foreign = len(_LINE_END.sub(b"", sample).translate(None, _BASE64_LETTERS))
    return foreign * 10 <= len(sample)
