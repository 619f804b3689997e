"""Text files line by line: the charset found, memory flat however long the file is.

``Source.text`` decodes a whole file at once. Exports with millions of rows are read by line
instead: a line that is UTF-8 is taken as that, any other by the charset that the file's
beginning makes likely, so that one stray byte spoils one line and not the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from theirside.intake.source import Source

LINE_BYTES = 32 * 1024 * 1024
"""The longest line read at once; what is longer comes in pieces of this size."""

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def lines(source: Source) -> Iterator[str]:
    """Yield the lines of a text file without their line ends; undecodable bytes become U+FFFD."""
    if source.head.startswith(_WIDE):
        yield from _wide_lines(source)
        return
    charset = ""
    with source.open() as file:
        first = True
        while line := file.readline(LINE_BYTES):
            if first:
                line, first = line.removeprefix(b"\xef\xbb\xbf"), False
            bare = line.removesuffix(b"\n").removesuffix(b"\r")
            try:
                text = bare.decode("utf-8")
            except UnicodeDecodeError:
                charset = charset or _fallback(source)  # found once: it costs more than the file
                text = bare.decode(charset, errors="replace")
            # A lone carriage return was the line end of old Macs.
            yield from text.split("\r")


def _wide_lines(source: Source) -> Iterator[str]:
    longer = source.head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"))
    charset = "utf-32" if longer else "utf-16"
    with source.path.open(encoding=charset, errors="replace") as text:
        while line := text.readline(LINE_BYTES):
            yield line.removesuffix("\n")


def _fallback(source: Source) -> str:
    """Return the charset of a line that is not UTF-8: what the file's beginning makes likely."""
    from charset_normalizer import from_bytes

    try:
        source.head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(source.head) - 4:
            best = from_bytes(source.head).best()
            return best.encoding if best is not None else "cp1252"
    return "cp1252"
