"""Sources: the files that people hand over, however they are wrapped.

Files, folders, zip archives (also inside archives) and standard input all become sources: one
named file on disk each, with its first bytes at hand so that a format can recognise it. What came
out of an archive or a pipe lies in a temporary folder while the import runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

HEAD_BYTES = 65536


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. ``name`` is what reports call it; ``path`` is where it lies now."""

    name: str
    path: Path
    _head: list[bytes] = field(default_factory=list, repr=False, compare=False)
    _head_text: list[str] = field(default_factory=list, repr=False, compare=False)

    @property
    def head(self) -> bytes:
        """The first 64 KiB (all of a shorter file); empty for a folder."""
        if not self._head:
            if self.path.is_dir():
                self._head.append(b"")
            else:
                with self.path.open("rb") as file:
                    self._head.append(file.read(HEAD_BYTES))
        return self._head[0]

    @property
    def head_text(self) -> str:
        """The first 64 KiB as text, for recognising text formats; never raises."""
        if not self._head_text:  # every format asks for it, and finding a charset is slow
            self._head_text.append(decode(self.head))
        return self._head_text[0]

    def open(self) -> BinaryIO:
        """Open the file for reading bytes."""
        return self.path.open("rb")

    def text(self) -> str:
        """Return the whole file as text: its Unicode mark obeyed, line ends as ``\\n``."""
        return decode(self.path.read_bytes())


def decode(data: bytes) -> str:
    """Decode text of unknown charset: Unicode marks, then UTF-8, then the likeliest other.

    Line ends become ``\\n``; undecodable bytes become U+FFFD; nothing is raised.
    """
    for mark, charset in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _lines(data.decode(charset, errors="replace"))
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:  # a head that was cut inside a character
            return _lines(data.decode("utf-8", errors="replace"))
    return _lines(data.decode(_likeliest_charset(data), errors="replace"))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _likeliest_charset(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:HEAD_BYTES]).best()
    return best.encoding if best is not None else "cp1252"
