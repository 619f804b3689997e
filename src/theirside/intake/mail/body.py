"""What a mail's body says: its parts walked, the words taken, all else left.

Attachments are never words. A mail inside a mail (forwarded as attachment, digest) is somebody
else's: it is not a turn, and is kept reachable as ``forwarded``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from theirside.intake.mail.charsets import decode
from theirside.intake.mail.head import Head, split_head
from theirside.intake.mail.html import to_text
from theirside.intake.mail.transfer import undo
from theirside.intake.mail.words import decode_words

_DEEPEST = 20
_ODD = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What the email package is known to raise on input it did not foresee."""
_STRUCTURE = (b"content-type", b"content-transfer-encoding", b"content-disposition")
_LINE_ENDS = re.compile(r"\r\n?")


@dataclass(slots=True)
class Words:
    """What was found in a body: text, the HTML that it stands for, and what else was there."""

    text: str = ""
    html: str = ""
    forwarded: list[str] = field(default_factory=list)
    encrypted: bool = False
    invitation: bool = False


def read_body(raw: bytes) -> tuple[Head, Words]:
    """Return a mail's header and words; never raises."""
    head, start = split_head(raw)
    words = Words()
    structure = b"".join(
        name + b": " + head.fields[name.decode()][0] + b"\n"
        for name in _STRUCTURE
        if name.decode() in head.fields
    )
    try:
        message = BytesParser(policy=compat32).parsebytes(structure + b"\n" + raw[start:])
        _walk(message, words, 0)
    except _ODD:
        words.text = decode(raw[start:])
    return head, words


def _walk(part: Message, words: Words, depth: int) -> None:
    kind = part.get_content_type()
    if depth > _DEEPEST:
        return
    if kind in {"message/rfc822", "message/global"}:
        words.forwarded.append(_forwarded(part))
    elif kind == "multipart/encrypted":
        words.encrypted = True
    elif part.is_multipart():
        children = [child for child in part.get_payload() if isinstance(child, Message)]
        if kind == "multipart/alternative":
            _alternative(children, words, depth)
        else:
            for child in children:
                _walk(child, words, depth + 1)
    elif kind == "text/calendar":
        words.invitation = True
    elif _is_attachment(part):
        return
    elif kind == "text/html":
        html = _content(part)
        words.html += html
        _add(words, to_text(html))
    elif kind.startswith("text/"):
        _add(words, _content(part))


def _alternative(children: list[Message], words: Words, depth: int) -> None:
    """Take the plain version where it says something, and keep the HTML beside it."""
    versions = []
    for child in children:
        version = Words()
        _walk(child, version, depth + 1)
        versions.append(version)
        words.invitation |= version.invitation
        words.encrypted |= version.encrypted
        words.forwarded += version.forwarded
    spoken = [version for version in versions if version.text.strip()]
    plain = next((version for version in spoken if not version.html), None)
    chosen = plain or (spoken[-1] if spoken else None)
    if chosen:
        _add(words, chosen.text)
        words.html += next((version.html for version in versions if version.html), "")


def _add(words: Words, text: str) -> None:
    text = _LINE_ENDS.sub("\n", text).replace("\0", "")
    words.text = f"{words.text.rstrip()}\n\n{text}" if words.text.strip() else text


def _is_attachment(part: Message) -> bool:
    disposition = str(part.get("content-disposition", "")).lower()
    return disposition.startswith("attachment") or "name=" in disposition


def _content(part: Message) -> str:
    payload = part.get_payload()
    data = str(payload).encode("utf-8", errors="surrogateescape")
    data = undo(data, str(part.get("content-transfer-encoding", "")))
    return decode(data, str(part.get_param("charset") or ""))


def _forwarded(part: Message) -> str:
    """Return a mail within the mail as text, with the header lines that people read."""
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, Message):
        return ""
    lines = [
        f"{name}: {decode_words(str(inner[name]))}"
        for name in ("From", "Date", "To", "Cc", "Subject")
        if inner[name]
    ]
    words = Words()
    _walk(inner, words, 1)
    return "\n".join([*lines, "", words.text, *words.forwarded])
