"""What a mail's body says: its parts walked, the words taken, all else left.

Attachments are never words. A mail inside a mail (forwarded as attachment, digest) is somebody
else's: it is not a turn, and is kept reachable as ``forwarded``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import Message

from theirside.intake.mail import html as html_mail
from theirside.intake.mail import pgp, smime
from theirside.intake.mail.flowed import unflow
from theirside.intake.mail.head import Head, split_head
from theirside.intake.mail.parts import (
    file_name,
    parameter,
    parse_parts,
    part_bytes,
    part_text,
    unparted_text,
)
from theirside.intake.mail.words import decode_words

_DEEPEST = 20
_ODD = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What the email package is known to raise on input that it did not foresee."""
_WORDS = frozenset({"text/plain", "text/enriched", "text/richtext", "text/markdown"})
_NO_WORDS = frozenset({
    "text/csv", "text/directory", "text/vcard", "text/x-vcard", "text/rfc822-headers", "text/css",
    "text/x-amp-html", "text/xml", "text/javascript", "text/x-moz-deleted",
})  # fmt: skip
_ENRICHED_TAG = re.compile(r"<param>.*?</param>|<(?!<)/?[\w-]+>", re.IGNORECASE | re.DOTALL)
_READ_AS_HTML = re.compile(r"\bhtml\b", re.IGNORECASE)
_SHORT = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one part, plain or as HTML."""

    text: str
    is_html: bool = False

    @property
    def plain(self) -> str:
        """The words as plain text."""
        return html_mail.to_text(self.text) if self.is_html else self.text


@dataclass(slots=True)
class Words:
    """What was found in a body: pieces in their order, and what else was there.

    ``companion`` is the HTML version of what the pieces say in plain text.
    """

    pieces: list[Piece] = field(default_factory=list)
    companion: str = ""
    forwarded: list[str] = field(default_factory=list)
    encrypted: bool = False
    invitations: list[str] = field(default_factory=list)
    broken: bool = False

    @property
    def only_html(self) -> bool:
        """Say whether nothing was said in plain text."""
        return all(piece.is_html for piece in self.pieces)

    @property
    def text(self) -> str:
        """All words as plain text."""
        if len(self.pieces) == 1:
            return self.pieces[0].plain
        texts: list[str] = []
        for piece in self.pieces:
            plain = piece.plain.strip("\n")
            said = {"".join(text.split()) for text in texts}
            if plain.strip() and not (piece.is_html and "".join(plain.split()) in said):
                texts.append(plain)
        return "\n\n".join(texts)

    @property
    def html(self) -> str:
        """The HTML that the text comes from or goes with, if there is any."""
        return self.companion or "".join(piece.text for piece in self.pieces if piece.is_html)


def read_body(raw: bytes) -> tuple[Head, Words]:
    """Return a mail's header and words; never raises."""
    head, start = split_head(raw)
    words = Words()
    try:
        _walk(parse_parts(head, raw[start:]), words, 0)
    except _ODD:
        words = Words(broken=True)
    return head, words


def _walk(part: Message, words: Words, depth: int) -> None:
    kind = part.get_content_type()
    main = kind.partition("/")[0]
    if depth > _DEEPEST:
        return
    if kind in {"message/rfc822", "message/global", "message/news"}:
        words.forwarded.append(_forwarded(part, depth))
    elif kind == "multipart/encrypted":
        words.encrypted = True
    elif main == "multipart":
        _walk_parts(part, kind, words, depth)
    elif kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"}:
        _open_signed(part, words, depth)
    elif kind == "text/calendar":
        words.invitations.append(part_text(part))
    elif main == "text" and not _is_attachment(part, kind):
        _take(part, kind, words)


def _walk_parts(part: Message, kind: str, words: Words, depth: int) -> None:
    payload = part.get_payload()
    if not isinstance(payload, list):  # no boundary, or one that never comes
        words.pieces.append(Piece(unparted_text(part)))
        return
    children = [child for child in payload if isinstance(child, Message)]
    if kind == "multipart/alternative":
        _choose(children, words, depth)
        return
    for child in children:
        _walk(child, words, depth + 1)


def _choose(children: Sequence[Message], words: Words, depth: int) -> None:
    """Take the plain version where it says something, and keep the HTML beside it."""
    versions: list[Words] = []
    for child in children:
        version = Words()
        _walk(child, version, depth + 1)
        versions.append(version)
        words.invitations += version.invitations
        words.encrypted |= version.encrypted
        words.forwarded += version.forwarded
    spoken = [version for version in versions if any(p.text.strip() for p in version.pieces)]
    rich = [version for version in spoken if version.html]
    plain = next((version for version in spoken if not version.html), None)
    if plain and rich and _only_points_to_html(plain.text):
        plain = None
    if plain:
        words.pieces += plain.pieces
        words.companion += rich[-1].html if rich else ""
    elif rich:
        words.pieces += rich[-1].pieces


def _only_points_to_html(text: str) -> bool:
    """Say whether a plain version only tells to get a program that reads HTML."""
    return len(text) < _SHORT and bool(_READ_AS_HTML.search(text)) and text.count("\n\n") < 2


def _take(part: Message, kind: str, words: Words) -> None:
    text = part_text(part)
    if kind == "text/html":
        words.pieces.append(Piece(text, is_html=True))
        return
    if kind in {"text/enriched", "text/richtext"}:
        text = _ENRICHED_TAG.sub("", text).replace("<<", "<")
    elif parameter(part, "format").lower() == "flowed":
        text = unflow(text, delete_space=parameter(part, "delsp").lower() == "yes")
    text = pgp.unwrap(text)
    if pgp.is_encrypted(text):
        words.encrypted = True
    else:
        words.pieces.append(Piece(text))


def _is_attachment(part: Message, kind: str) -> bool:
    disposition = str(part.get("content-disposition", "")).strip().lower()
    if disposition.startswith("attachment") or "filename" in disposition or kind in _NO_WORDS:
        return True
    return kind not in _WORDS and kind != "text/html" and bool(disposition or file_name(part))


def _open_signed(part: Message, words: Words, depth: int) -> None:
    content = smime.signed_content(part_bytes(part))
    if content is None:
        words.encrypted = True
        return
    head, start = split_head(content)
    _walk(parse_parts(head, content[start:]), words, depth + 1)


def _forwarded(part: Message, depth: int) -> str:
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
    _walk(inner, words, depth + 1)
    return "\n".join([*lines, "", words.text, *words.forwarded])
