"""An Outlook .msg file as the RFC 5322 mail that it stands for, by extract-msg.

Where the mail came over the internet its own header is kept in the file and used; what Outlook
knows beside it fills the gaps of a mail that never left an Exchange server.
"""

from __future__ import annotations

import struct
from base64 import encodebytes
from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from theirside.intake.mail.head import Head, split_head

if TYPE_CHECKING:
    from extract_msg import Message as OutlookMessage

_OURS = frozenset({
    "content-type", "content-transfer-encoding", "content-disposition", "content-length",
    "mime-version",
})  # fmt: skip
_BOUNDARY = "theirside-outlook-part"
_SENDER_ADDRESSES = ("__substg1.0_5D01", "__substg1.0_0C1F", "__substg1.0_5D02")
_NO_MAIL = "is not a mail that Outlook wrote, or is damaged"


def as_mail(path: Path) -> bytes:
    """Return the .msg file as a mail; OSError where it cannot be read as one."""
    import extract_msg
    from extract_msg.exceptions import ExMsgBaseException

    odd = (ExMsgBaseException, struct.error, ValueError, LookupError, TypeError, AttributeError)
    try:
        with extract_msg.openMsg(str(path), strict=False, delayAttachments=True) as opened:
            return _mail(cast("OutlookMessage", opened))
    except (*odd, NotImplementedError, RuntimeError, OSError) as error:
        raise OSError(f"{path.name} {_NO_MAIL}") from error


def _mail(opened: OutlookMessage) -> bytes:
    text = (getattr(opened, "headerText", None) or "").encode("utf-8", "replace")
    head, _ = split_head(text.lstrip() + b"\r\n\r\n")
    lines = [
        name.encode() + b": " + value
        for name, values in head.fields.items()
        if name not in _OURS
        for value in values
    ]
    lines += [f"{name}: {value}".encode() for name, value in _missing(opened, head)]
    lines.append(f"Content-Type: multipart/alternative; boundary={_BOUNDARY}".encode())
    return b"\n".join([*lines, b"", *_versions(opened), f"--{_BOUNDARY}--\n".encode()])


def _missing(opened: OutlookMessage, head: Head) -> Iterator[tuple[str, str]]:
    """Yield the fields that the header lacks and Outlook's own properties have."""
    date = opened.date
    for name, value in (
        ("From", _sender(opened)),
        ("To", opened.to),
        ("Cc", opened.cc),
        ("Subject", opened.subject),
        ("Date", format_datetime(date) if date else None),
        ("Message-ID", opened.messageId),
        ("In-Reply-To", opened.inReplyTo),
    ):
        if value and name.lower() not in head:
            yield name, " ".join(str(value).replace("\0", "").split())


def _sender(opened: OutlookMessage) -> str:
    """Return the sender with an address where Outlook has one (X.500 names are none)."""
    sender = opened.sender or ""
    if "@" in sender:
        return sender
    found = (opened.getStringStream(stream) for stream in _SENDER_ADDRESSES)
    address = next((text for text in found if text and "@" in text), "")
    return f"{sender} <{address}>" if address else sender


def _versions(opened: OutlookMessage) -> Iterator[bytes]:
    """Yield the body as the parts of a multipart/alternative."""
    plain, rich = opened.body, opened.htmlBody
    if plain:
        yield _part("text/plain; charset=utf-8", plain.encode("utf-8", "replace"))
    if rich:
        yield _part("text/html", rich)  # in the charset that its own meta element names
    if str(opened.classType or "").lower().startswith("ipm.schedule"):
        yield _part("text/calendar", b"")


def _part(kind: str, data: bytes) -> bytes:
    head = f"--{_BOUNDARY}\nContent-Type: {kind}\nContent-Transfer-Encoding: base64\n\n"
    return head.encode() + encodebytes(data)
