"""The standard streams made fit for any terminal: nothing that is printed can make them fail.

A terminal that cannot show a sign gets the nearest plain one (“ becomes "), a stream that was
closed reads as empty and swallows what is written, and a file name of broken bytes prints as ``?``.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from pathlib import Path

PLAIN = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("–—‐‑−", "-"),
    "…": "...",
    "·": "-",
    "×": "x",
    "✓": "+",
    "≈": "~",
    "↷": ">",
    "▸": ">",
    "◂": "<",
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "æ": "ae",
    "Æ": "AE",
    "ł": "l",
    "Ł": "L",
}
_HANDLER = "theirside.plain"


def make_ready() -> None:
    """Open what is closed among the standard streams, and let none of them fail at a sign."""
    nothing = Path(os.devnull)
    if sys.stdin is None:
        sys.stdin = nothing.open(encoding="utf-8")  # open for as long as we run
    if sys.stdout is None:
        sys.stdout = nothing.open("w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = nothing.open("w", encoding="utf-8")
    codecs.register_error(_HANDLER, _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def shows_everything() -> bool:
    """Return whether standard output can carry every sign."""
    return (sys.stdout.encoding or "utf-8").casefold().replace("-", "").startswith("utf")


def let_go_of_output() -> None:
    """Point standard output at nothing, once its reader is gone, so that closing it is quiet."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for the signs that an encoding lacks, and where to go on."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 - only writing asks here
    return "".join(map(plain_sign, error.object[error.start : error.end])), error.end


def plain_sign(sign: str) -> str:
    """Return the ASCII that stands for one sign: ``"`` for ``“``, ``e`` for ``é``, else ``?``."""
    if sign in PLAIN:
        return PLAIN[sign]
    letters = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return letters or "?"
