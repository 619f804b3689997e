"""One message of a Slack export: who wrote it, what it says, or why it is not kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from theirside.conversation import Speaker, Turn
from theirside.intake.chat import phone_number
from theirside.intake.jsonl_form import readable
from theirside.intake.slack_text import own_words, plain

BOT = "written by a bot"
SYSTEM = "a line of Slack itself"
DELETED = "deleted"
FILE = "file without words"
EMPTY = "no text"
QUOTE = "only quoted words"
NO_TIME = "no time that can be read"
NOT_A_MESSAGE = "not a message"

_WRITTEN = ("", "me_message", "thread_broadcast", "reply_broadcast", "file_share", "file_comment")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UPLOADED = re.compile(
    r"<@\w+(?:\|[^>]*)?> (?:uploaded|shared) a file: <[^>]*>(?: and commented: )?"
)
_COMMENTED = re.compile(r"<@\w+(?:\|[^>]*)?> commented on .*?<[^>]*\|[^>]*>: ", re.DOTALL)


@dataclass(frozen=True, slots=True)
class People:
    """Everyone in the export by id, and the names of users and channels."""

    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    bots: frozenset[str] = frozenset({"USLACKBOT"})
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Message:
    """A message and the thread it belongs to: the thread's first ``ts``, or empty."""

    turn: Turn
    thread: str


def text_of(data: object, *path: str) -> str:
    """Return the text at a path of keys in a JSON value; empty where there is none."""
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return readable(data) if isinstance(data, str) else ""


def time_of(ts: str) -> datetime | None:
    """Return the time that a Slack ``ts`` ("1736150400.000200") stands for."""
    match = re.fullmatch(r"(\d{1,11})(?:\.(\d{1,6}))?", ts, re.ASCII)
    if match is None:
        return None
    microseconds = int((match[2] or "0").ljust(6, "0"))
    return _EPOCH + timedelta(seconds=int(match[1]), microseconds=microseconds)


def speaker_of(user: object) -> Speaker:
    """Return the speaker that an entry of ``users.json`` describes."""
    name = (
        text_of(user, "profile", "real_name")
        or text_of(user, "real_name")
        or text_of(user, "profile", "display_name")
        or text_of(user, "name")
    )
    email = text_of(user, "profile", "email").strip().lower()
    return Speaker(name.strip(), email, phone_number(text_of(user, "profile", "phone")))


def message(entry: object, people: People) -> Message | str:
    """Return the message that an entry of a day's file is, or why it is not kept."""
    subtype = text_of(entry, "subtype")
    user = text_of(entry, "user") or text_of(entry, "comment", "user")
    reason = _why_skipped(entry, subtype, user, people)
    if reason:
        return reason
    ts = text_of(entry, "ts")
    at = time_of(ts)
    if at is None:
        return NO_TIME
    whole = plain(_written(entry, subtype), people.names).strip()
    text, apart = own_words(whole)
    if not text:
        has_file = isinstance(entry, Mapping) and ("files" in entry or "file" in entry)
        return QUOTE if apart else FILE if has_file else EMPTY
    original = whole if apart else ""
    turn = Turn(ts, _speaker(entry, user, people), text, at, original=original, apart=apart)
    return Message(turn, text_of(entry, "thread_ts"))


def _why_skipped(entry: object, subtype: str, user: str, people: People) -> str:
    if text_of(entry, "type") != "message":
        return NOT_A_MESSAGE
    if subtype == "tombstone":
        return DELETED
    if subtype == "bot_message" or text_of(entry, "bot_id") or user in people.bots:
        return SYSTEM if subtype == "bot_add" else BOT
    return "" if subtype in _WRITTEN else SYSTEM


def _written(entry: object, subtype: str) -> str:
    """Return what the user typed, without what older exports put before it about a file."""
    text = text_of(entry, "text")
    if subtype == "file_comment":
        return text_of(entry, "comment", "comment") or _COMMENTED.sub("", text, count=1)
    if subtype == "file_share":
        return _UPLOADED.sub("", text, count=1)
    return text


def _speaker(entry: object, user: str, people: People) -> Speaker:
    """Return who wrote it; guests from other workspaces are described in the message only."""
    if user in people.speakers:
        return people.speakers[user]
    profile = entry.get("user_profile") if isinstance(entry, Mapping) else None
    name = text_of(profile, "real_name") or text_of(profile, "display_name")
    return Speaker(name or text_of(entry, "username") or user)
