"""The tree of a mail's parts, by the standard library's parser, spared the attachments.

Most bytes of a mailbox are attachments in base64, which would be parsed line by line only to be
thrown away. They are cut out before: base64 holds no hyphen, so such a part ends at the next line
that starts with two.
"""

from __future__ import annotations

import re
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from theirside.intake.mail.charsets import decode
from theirside.intake.mail.head import Head
from theirside.intake.mail.transfer import undo

_WORTH_CUTTING = 8192
_MOST_PART_HEAD = 4096
_BLANK = re.compile(rb"\r?\n\r?\n")
_BASE64 = re.compile(rb"^content-transfer-encoding:\s*base64", re.IGNORECASE | re.MULTILINE)
_KEPT = re.compile(
    rb"^content-type:\s*(?:text|message|multipart|application/(?:x-)?pkcs7-mime)",
    re.IGNORECASE | re.MULTILINE,
)
_ATTACHED = re.compile(rb"^content-disposition:\s*attachment", re.IGNORECASE | re.MULTILINE)
_STRUCTURE = ("content-type", "content-transfer-encoding", "content-disposition")
_CHARSET_IN_HTML = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_COMPOSITE = re.compile(rb"^content-type:\s*(?:multipart|message)\b", re.IGNORECASE | re.MULTILINE)
_MULTIPART = re.compile(rb"content-type:\s*multipart/", re.IGNORECASE)
_BOUNDARY = re.compile(rb"\bboundary\s*=\s*(?:\"([^\"\r\n]+)\"|([^\s;\"]+))", re.IGNORECASE)
_NO_SEMICOLON = re.compile(rb"(multipart/[\w.+-]+)[ \t]+(?=\w+=)", re.IGNORECASE)
_SHOWN_BOUNDARY = re.compile(
    rb"^--([^\s\"\\][^\r\n\"\\]{0,69}?)[ \t]*\r?\n(?=content-)", re.IGNORECASE | re.MULTILINE
)
_BOUNDARY_LINE = re.compile(r"^--\S{1,70}\s*?$\n?", re.MULTILINE)
_ODD = (ValueError, LookupError, TypeError, AttributeError)


def parse_parts(head: Head, body: bytes) -> Message:
    """Return the tree of parts under a mail's own header."""
    structure = b"".join(
        name.encode() + b": " + head.fields[name][0] + b"\n"
        for name in _STRUCTURE
        if name in head.fields
    )
    if not _COMPOSITE.search(structure):
        return _single(head, b"" if _is_bulky(structure) else body)
    structure = _mended(structure, body)
    if len(body) > _WORTH_CUTTING:
        body = _without_attachments(body)
    return BytesParser(policy=compat32).parsebytes(structure + b"\n" + body)


def _single(head: Head, body: bytes) -> Message:
    """Return a mail that is one part, which needs no parsing: that is half of all mails."""
    message = Message()
    for name in _STRUCTURE:
        if name in head.fields:
            message[name] = head.fields[name][0].decode("ascii", errors="surrogateescape")
    message.set_payload(body.decode("ascii", errors="surrogateescape"))
    return message


def _mended(structure: bytes, body: bytes) -> bytes:
    """Give a multipart whose boundary is missing or never comes the one that its body shows."""
    if not _MULTIPART.match(structure):
        return structure
    stated = _BOUNDARY.search(structure)
    boundary = (stated[1] or stated[2]).strip() if stated else b""
    if boundary and b"--" + boundary in body:
        return _NO_SEMICOLON.sub(rb"\1; ", structure)
    shown = _SHOWN_BOUNDARY.search(body)
    if shown is None:
        return structure
    bare = _BOUNDARY.sub(b"", structure.partition(b"\n")[0]).rstrip(b" ;\t")
    rest = structure.partition(b"\n")[2]
    return bare + b'; boundary="' + shown[1] + b'"\n' + rest


def parameter(part: Message, name: str) -> str:
    """Return a parameter of the Content-Type, lenient with malformed ones; else empty."""
    if name not in str(part.get("content-type", "")).lower():
        return ""  # most parts have few, and telling them apart is slow
    try:
        value = part.get_param(name)
    except _ODD:
        return ""
    if isinstance(value, tuple):  # RFC 2231: charset, language, value
        value = value[2]
    return str(value or "").strip()


def file_name(part: Message) -> str:
    """Return the name of the file that the part is to be saved as; else empty."""
    try:
        return str(part.get_filename() or "")
    except _ODD:
        return "?"


def part_bytes(part: Message) -> bytes:
    """Return what the part holds, its transfer encoding undone."""
    encoding = str(part.get("content-transfer-encoding", ""))
    # Without that field the payload comes as the bytes that they are; with it the standard
    # library undoes the encoding itself, less leniently, and uuencode, which is left alone.
    del part["content-transfer-encoding"]
    data = part.get_payload(decode=True)
    return undo(data, encoding) if isinstance(data, bytes) else b""


def part_text(part: Message) -> str:
    """Return the part's text, line ends as ``\\n``; never raises."""
    data = part_bytes(part)
    charset = parameter(part, "charset")
    if not charset and part.get_content_subtype() == "html":
        meta = _CHARSET_IN_HTML.search(data[:4096])
        charset = meta[1].decode("ascii") if meta else ""
    text = decode(data, charset).replace("\0", "").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def unparted_text(part: Message) -> str:
    """Return the text of a multipart in which no part was found."""
    return _BOUNDARY_LINE.sub("", part_text(part))


def _without_attachments(body: bytes) -> bytes:
    kept: list[bytes] = []
    done = at = 0
    while at >= 0:
        following = body.find(b"\n--", at + 3)
        blank = _BLANK.search(body, at, at + _MOST_PART_HEAD)
        if blank and blank.end() <= following and _is_bulky(body[at : blank.end()]):
            kept.append(body[done : blank.end()])
            done = following
        at = following
    kept.append(body[done:])
    return b"".join(kept)


def _is_bulky(head: bytes) -> bool:
    if not _BASE64.search(head):
        return False
    return not _KEPT.search(head) or _ATTACHED.search(head) is not None
