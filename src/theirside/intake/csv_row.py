"""One row of a table: whose words it holds, on which channel, in which conversation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email.utils import getaddresses, parseaddr

from theirside.conversation import Channel, Speaker, Turn
from theirside.intake.chat import digest
from theirside.intake.csv_columns import channel, side
from theirside.intake.table_dates import date
from theirside.intake.whatsapp_dates import DateOrder

_REPLY_MARKS = re.compile(r"(?:(?:re|fwd?|aw|wg|sv|antw|rif|tr)\s*:\s*)+", re.IGNORECASE)
_HTML = re.compile(r"<(?:p|div|html|body|br|span|ul|ol|table|h\d)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of one row by column; ``number`` counts as a spreadsheet does, titles are 1."""

    number: int
    fields: dict[str, str]

    def get(self, column: str) -> str:
        return self.fields.get(column, "")

    @property
    def named(self) -> dict[str, str]:
        """What says to which conversation the row belongs."""
        return {column: self.get(column) for column in ("subject", "channel")}


def turn_of(row: Row, order: DateOrder) -> Turn:
    at, speaker, text = date(row.get("date"), order), _sender(row), row.get("text").strip()
    turn = Turn(
        id=row.get("id").strip() or digest(at, speaker.label, text),
        speaker=speaker,
        text=text,
        at=at,
        to=_recipients(row),
    )
    if text and channel_of(row) is Channel.MAIL:
        return _without_repeated(turn)
    return replace(turn, text=_without_tags(text)) if _HTML.match(text) else turn


def _without_tags(text: str) -> str:
    from theirside.intake.mail.html import to_text

    return to_text(text).strip()


def _without_repeated(turn: Turn) -> Turn:
    """Return a mail's turn with only its new words as text."""
    from theirside.intake.mail.reply import split as split_mail

    name, email = turn.speaker.name, turn.speaker.email
    body = split_mail(turn.text, sender_name=name, sender_email=email)
    original = body.original if body.original != body.text else ""
    return replace(turn, text=body.text, original=original, apart=body.apart)


def _sender(row: Row) -> Speaker:
    name, address = parseaddr(row.get("from"))
    if "@" not in address:
        name, address = row.get("from").strip(), ""
    email = parseaddr(row.get("from_email"))[1] or address
    return Speaker(
        name=name if name != email else "",
        email=email.lower() if "@" in email else "",
        side=side(row.get("side")),
    )


def _recipients(row: Row) -> tuple[Speaker, ...]:
    field = row.get("to").replace(";", ",")
    if "@" not in field:
        return tuple(Speaker(name=name.strip()) for name in field.split(",") if name.strip())
    pairs = getaddresses([field])
    return tuple(Speaker(name, email.lower()) for name, email in pairs if "@" in email)


def channel_of(row: Row) -> Channel | None:
    """Return the channel that the row names; else mail where there is a subject."""
    named = channel(row.get("channel"))
    return named or (Channel.MAIL if row.get("subject") else None)


def key_of(row: Row) -> str:
    """Return what tells the row's conversation from others; empty where nothing does."""
    if named := row.get("conversation").strip():
        return f"id {named}"
    subject = _REPLY_MARKS.sub("", row.get("subject").strip()).casefold()
    if not subject:
        return ""
    people = {speaker.email or speaker.label for speaker in (_sender(row), *_recipients(row))}
    return "\n".join(["subject", subject, *sorted(people)])
