"""Which column of a CSV export is which: the names that we document, and what others call them.

Names are compared without case, spaces and punctuation: ``From Email``, ``from_email`` and
``FromEmail`` are one. The aliases cover the fields of HubSpot's e-mail records (``hs_email_text``),
Salesforce's EmailMessage (``TextBody``), conversation exports from Intercom (``message_body``) and
tickets as they are commonly exported; docs/formats.md lists all of them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping

from theirside.conversation import Channel, Side

ALIASES: Mapping[str, tuple[str, ...]] = {
    "conversation": (
        *("conversation", "conversation id", "thread", "thread id", "email thread id"),
        *("ticket id", "ticket", "case id", "case number", "chat id", "session id"),
        *("parent id", "thread identifier"),
    ),
    "id": ("id", "message id", "email message id", "comment id", "conversation part id"),
    "date": (
        *("date", "datetime", "time", "timestamp", "sent at", "sent", "created at", "created"),
        *("created date", "create date", "message date", "activity date", "updated at"),
        *("message created at",),
    ),
    "from": (
        *("from", "from name", "sender", "sender name", "author", "author name", "speaker", "name"),
        *("user", "user name", "email from name", "message author name"),
    ),
    "from_email": (
        *("from email", "from address", "sender email", "author email", "email from address"),
        *("email", "email from", "email from email", "message author email"),
    ),
    "to": (
        *("to", "to name", "to email", "to address", "recipient", "recipients", "email to"),
        *("email to email",),
    ),
    "text": (
        *("text", "body", "message", "content", "text body", "plain body", "message body"),
        *("email body", "comment", "comment body", "note body", "message text", "body preview"),
        *("email text",),
    ),
    "channel": ("channel", "type", "activity type", "message type", "engagement type"),
    "subject": ("subject", "title", "email subject", "ticket subject", "case subject"),
    "side": (
        *("side", "direction", "email direction", "is incoming", "incoming", "author type"),
        *("message author type",),
    ),
}
"""Each column with all its names; the first is the documented one."""

_CHANNELS: Mapping[str, Channel] = {
    **dict.fromkeys(("mail", "email", "emails", "incomingemail"), Channel.MAIL),
    **dict.fromkeys(("call", "calls", "phone", "voice"), Channel.CALL),
    **dict.fromkeys(("meeting", "meetings", "event"), Channel.MEETING),
    **dict.fromkeys(("note", "notes"), Channel.NOTE),
    **dict.fromkeys(("chat", "sms", "web", "messaging", "whatsapp", "messenger"), Channel.CHAT),
}

_SIDES: Mapping[str, Side] = {
    **dict.fromkeys(("ours", "outbound", "outgoing", "sent", "false", "admin"), Side.OURS),
    **dict.fromkeys(("agent", "staff", "team", "outgoingemail", "email"), Side.OURS),
    **dict.fromkeys(("theirs", "inbound", "incoming", "received", "true", "user"), Side.THEIRS),
    **dict.fromkeys(("lead", "contact", "customer", "enduser", "incomingemail"), Side.THEIRS),
}
"""What exports write for a side; ``true`` and ``false`` answer "incoming?", ``email`` is HubSpot's
word for one that was sent."""

_BOTS = frozenset({"bot", "operator", "workflow", "automation", "system"})
"""What exports write where a side would stand when nobody wrote the row."""

DELIMITERS = ",;\t|"


def word(name: str) -> str:
    """Return a title or value as it is compared: its letters and digits, in lower case."""
    return re.sub(r"[\W_]+", "", name).lower()


_COLUMN_OF = {word(alias): column for column, aliases in ALIASES.items() for alias in aliases}
_RANK = {word(alias): rank for aliases in ALIASES.values() for rank, alias in enumerate(aliases)}


def columns(header: list[str]) -> dict[str, int]:
    """Return where each known column stands; of several that fit, the documented name wins."""
    places: dict[str, int] = {}
    ranks: dict[str, int] = {}
    for place, title in enumerate(header):
        name = word(re.sub(r"^\W*hs_", "", title))
        column = _COLUMN_OF.get(name, "")
        if column and _RANK[name] < ranks.get(column, len(_RANK)):
            places[column], ranks[column] = place, _RANK[name]
    return places


def channel(value: str) -> Channel | None:
    """Return the channel that a field names."""
    return _CHANNELS.get(word(value))


def side(value: str) -> Side:
    """Return the side that a field names; unknown where it names none."""
    return _SIDES.get(word(value), Side.UNKNOWN)


def is_bot(value: str) -> bool:
    """Say whether a field that should name a side says that nobody wrote the row."""
    return word(value) in _BOTS


def delimiter(line: str) -> str:
    """Return the delimiter with which a header line has the most known columns."""
    return max(DELIMITERS, key=lambda mark: len(columns(split(line, mark))))


def split(line: str, mark: str) -> list[str]:
    """Return the fields of one line; none where it can't be read."""
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []
