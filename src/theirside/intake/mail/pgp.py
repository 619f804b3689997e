"""OpenPGP in the text itself (RFC 9580): clear-signed text unwrapped, encrypted text recognised."""

from __future__ import annotations

import re

_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[A-Z][\w-]*: [^\n]*\n)*\s*?\n"
    r"(?P<text>.*?)\n?^-----BEGIN PGP SIGNATURE-----.*?"
    r"(?:^-----END PGP SIGNATURE-----[ \t]*\n?|\Z)",
    re.DOTALL | re.MULTILINE,
)
_ENCRYPTED = re.compile(
    r"^-----BEGIN PGP MESSAGE-----.*?(?:^-----END PGP MESSAGE-----[ \t]*|\Z)",
    re.DOTALL | re.MULTILINE,
)
_DASHED = re.compile(r"^- (?=-|From )", re.MULTILINE)


def unwrap(text: str) -> str:
    """Return clear-signed text without its armour; other text as it is."""
    if "-----BEGIN PGP SIGNED MESSAGE-----" not in text:
        return text
    return _SIGNED.sub(lambda match: _DASHED.sub("", match["text"]) + "\n", text)


def is_encrypted(text: str) -> bool:
    """Say whether there is nothing in ``text`` but an encrypted block."""
    return "-----BEGIN PGP MESSAGE-----" in text and not _ENCRYPTED.sub("", text).strip()
