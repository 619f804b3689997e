"""Outlook files for the tests, written by the library that reads them."""

from __future__ import annotations

from pathlib import Path

from extract_msg import OleWriter

_SUBJECT, _CLASS, _HEADER, _BODY, _HTML = "0037", "001A", "007D", "1000", "1013"
_SENDER_NAME, _SENDER_ADDRESS = "0C1A", "0C1F"


def write_msg(
    path: Path,
    *,
    header: str = "",
    body: str = "",
    html: bytes = b"",
    kind: str = "IPM.Note",
) -> Path:
    """Write a minimal .msg file: a few text properties (MS-OXMSG, 2.4) and their table."""
    texts = {
        _CLASS: kind,
        _SUBJECT: "The pilot",
        _SENDER_NAME: "Dana Whitfield",
        _SENDER_ADDRESS: "dana@larkmoor.example",
        _HEADER: header,
        _BODY: body,
    }
    writer = OleWriter()
    table = bytearray(32)
    for code, text in texts.items():
        if text:
            data = text.encode("utf-16-le")
            writer.addEntry(f"__substg1.0_{code}001F", data)
            table += _entry(code, 0x1F, len(data) + 2)
    if html:
        writer.addEntry(f"__substg1.0_{_HTML}0102", html)
        table += _entry(_HTML, 0x102, len(html))
    writer.addEntry("__properties_version1.0", bytes(table))
    writer.addEntry("__nameid_version1.0", storage=True)
    for stream in ("00020102", "00030102", "00040102"):
        writer.addEntry(["__nameid_version1.0", f"__substg1.0_{stream}"], b"")
    writer.write(str(path))
    return path


def _entry(code: str, kind: int, size: int) -> bytes:
    tag = (int(code, 16) << 16 | kind).to_bytes(4, "little")
    return tag + (6).to_bytes(4, "little") + size.to_bytes(4, "little") + bytes(4)
