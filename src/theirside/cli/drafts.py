"""Drafts as they come in from files and standard input, and go back after a fix."""

from __future__ import annotations

import sys
from pathlib import Path

from theirside.errors import IntakeError


def read_draft(file: str) -> str:
    """Return a draft's text, its line ends as they are. Raises ``IntakeError``."""
    if file == "-":
        content = sys.stdin.buffer.read()
    else:
        try:
            content = Path(file).read_bytes()
        except OSError as error:
            reason = f"it cannot be read ({error.strerror}); check the path"
            raise IntakeError(file, reason) from error
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise IntakeError(file, "this is no text; save the draft as plain text and try again")
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ""):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", errors="replace")
