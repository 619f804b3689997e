"""One mail to one turn, or the reason why it is none."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from theirside.conversation import Apart, ApartKind, Speaker, Turn
from theirside.intake.mail.body import Words, read_body
from theirside.intake.mail.envelope import message_id, sent_at
from theirside.intake.mail.head import Head, split_head
from theirside.intake.mail.invitations import part_words
from theirside.intake.mail.reply import Body, split
from theirside.intake.mail.sender import recipients_of, sender_of

UNREADABLE = "cannot be read"
ENCRYPTED = "encrypted"
INVITATION = "calendar invitation"
NO_TEXT = "no text"
NO_TEXT_OF_ITS_OWN = "no text of its own"


@dataclass(frozen=True, slots=True)
class ReadMail:
    """What became of one mail: a turn, or the reason why not; and its subject."""

    turn: Turn | None
    reason: str = ""
    subject: str = ""


def read_mail(raw: bytes) -> ReadMail:
    """Return the turn that a mail's new text is; never raises."""
    head, words = read_body(raw)
    subject = head.text("subject")
    sender = sender_of(head)
    text, html, calendar = ("" if words.only_html else words.text), words.html, ""
    if words.invitations:
        (text, calendar), html = part_words(words.text, words.invitations), ""
    body = split(text, html=html, sender_name=sender.name, sender_email=sender.email)
    if not body.text.strip():
        own = NO_TEXT_OF_ITS_OWN if body.original.strip() else _why_silent(words)
        return ReadMail(None, own, subject)
    body = _with_rest(body, calendar, words.forwarded)
    return ReadMail(_turn(raw, head, sender, body), "", subject)


def content_key(raw: bytes) -> str:
    """Return what stands for a missing Message-ID: a hash of sender, date, subject and body."""
    head, start = split_head(raw)
    known = [head.raw(name).encode("utf-8", "replace") for name in ("from", "date", "subject")]
    body = b"".join(raw[start:].split())
    return "content-" + blake2b(b"\0".join([*known, body]), digest_size=16).hexdigest()


def _why_silent(words: Words) -> str:
    if words.broken:
        return UNREADABLE
    if words.invitations:
        return INVITATION
    if words.forwarded:
        return NO_TEXT_OF_ITS_OWN
    return ENCRYPTED if words.encrypted else NO_TEXT


def _with_rest(body: Body, calendar: str, forwarded: list[str]) -> Body:
    """Keep what a calendar wrote, and the mails within the mail, reachable in the original."""
    original, apart = body.original, list(body.apart)
    for kind, rest in [
        (ApartKind.DISCLAIMER, calendar),
        *((ApartKind.FORWARDED, text) for text in forwarded),
    ]:
        if rest.strip():
            start = len(original) + 2
            original = f"{original}\n\n{rest}"
            apart.append(Apart(kind, start, len(original)))
    return Body(body.text, original, tuple(apart))


def _turn(raw: bytes, head: Head, sender: Speaker, body: Body) -> Turn:
    return Turn(
        message_id(head) or content_key(raw),
        sender,
        body.text,
        sent_at(head),
        to=recipients_of(head),
        original="" if body.original == body.text else body.original,
        apart=body.apart,
    )
