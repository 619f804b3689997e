"""The header of a mail: its fields, read leniently and quickly.

Every mail's header is read twice (once to index it, once to read it) and most of a mailbox's
messages are small, so this is our own: the standard library's parser takes ten times as long and
stops at the first line that is not quite right, taking the rest of the header for the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from theirside.intake.mail.charsets import decode
from theirside.intake.mail.words import decode_words

_LEADING = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*")
_FROM_LINE = re.compile(rb">?From [^\r\n]*\r?\n(?:[ \t]*\r?\n(?=[!-9;-~]+:))?")
_KNOWN = re.compile(
    rb"^(?:from|to|cc|date|subject|message-id|received|mime-version|content-[a-z-]+|x-[a-z-]+"
    rb"|return-path|references|in-reply-to|reply-to|sender)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)

_MOST_VALUE_BYTES = 1 << 16  # a thousand recipients; what is longer is no field that people read
_WANTED = {
    name.encode(): name
    for name in (
        "from", "sender", "reply-to", "return-path", "to", "cc", "subject", "date", "received",
        "message-id", "in-reply-to", "references", "thread-index", "x-gm-thrid",
        "content-type", "content-transfer-encoding", "content-disposition",
        "auto-submitted", "precedence", "list-id", "list-unsubscribe", "x-auto-response-suppress",
        "x-autoreply", "x-autorespond", "x-failed-recipients",
        "x-mozilla-status", "x-status", "x-gmail-labels",
        "x-original-from", "x-original-sender", "x-mailfrom",
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """The header fields that intake wants (names in lower case, values as they stand, unfolded).

    ``from_line`` is the mbox ``From `` line above them, if there is one.
    """

    fields: dict[str, list[bytes]] = field(default_factory=dict)
    from_line: str = ""

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def raw(self, name: str) -> str:
        """Return the first field of this name, encoded words left as they are; else empty."""
        values = self.fields.get(name)
        return _text(values[0]) if values else ""

    def raws(self, name: str) -> list[str]:
        """Return all fields of this name, encoded words left as they are."""
        return [_text(value) for value in self.fields.get(name, ())]

    def text(self, name: str) -> str:
        """Return the first field of this name as people see it; else empty."""
        return decode_words(self.raw(name))


def split_head(raw: bytes) -> tuple[Head, int]:
    """Return a mail's header and where its body starts; never raises."""
    start = leading.end() if (leading := _LEADING.match(raw)) else 0
    from_line = ""
    if match := _FROM_LINE.match(raw, start):
        from_line = _text(match[0].strip())
        start = match.end()
    if raw[start : start + 1] in {b"\n", b"\r"}:
        return Head({}, from_line), start
    stop, body = _end_of_head(raw, start)
    fields: dict[str, list[bytes]] = {}
    last: list[bytes] | None = None
    for line in _lines(raw[start:stop]):
        name, colon, value = line.partition(b":")
        name = name.rstrip()
        if colon and name and not name.count(b" ") and name.isascii():
            wanted = _WANTED.get(name.lower())
            last = [] if wanted is None else fields.setdefault(wanted, [])
            last.append(value.strip())
        elif not _KNOWN.search(raw, raw.find(line, start, stop), stop):
            return Head(fields, from_line), max(start, raw.find(line, start, stop))
        elif last and not line.startswith(b">From "):
            last[-1] += b" " + line.strip()  # a fold whose white space was lost
    return Head(fields, from_line), body


def _end_of_head(raw: bytes, start: int) -> tuple[int, int]:
    """Return where the header ends and where the body starts: at the first blank line."""
    stop = raw.find(b"\n\n", start)
    mixed = raw.find(b"\n\r\n", start, stop if stop >= 0 else len(raw))
    if mixed >= 0:
        return mixed, mixed + 3
    if stop >= 0:
        return stop, stop + 2
    old = raw.find(b"\r\r", start)  # line ends of the old Macintosh
    return (old, old + 2) if old >= 0 else (len(raw), len(raw))


def _lines(block: bytes) -> list[bytes]:
    """Unfold the header block into one line a field."""
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    block = block.replace(b"\n ", b" ").replace(b"\n\t", b" ")
    return [line for line in block.split(b"\n") if line]


def _text(value: bytes) -> str:
    value = value[:_MOST_VALUE_BYTES]
    return value.decode("ascii") if value.isascii() else decode(value)
