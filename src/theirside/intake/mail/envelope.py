"""What the index needs to know of a mail, read off its header."""

from __future__ import annotations

import re
from datetime import datetime

from theirside.intake.format import Letter
from theirside.intake.mail.dates import parse_date, parse_from_line, parse_received
from theirside.intake.mail.head import Head
from theirside.intake.mail.index import Entry
from theirside.intake.mail.sender import recipients_of, sender_of
from theirside.intake.mail.subjects import bare_subject
from theirside.intake.mail.transfer import from_base64

_ID = re.compile(r"<([^<>\s]+)>|(?<![^<>\s,;\"])([^<>\s,;\"]+@[^<>\s,;\"]+)")
_MOST_LINKS = 20
_THREAD_INDEX_ROOT = 22  # bytes, the same in every answer (MS-OXOMSG, PidTagConversationIndex)


def message_id(head: Head) -> str:
    """Return the Message-ID without its angle brackets; empty where there is none."""
    value = head.raw("message-id").strip()
    match = _ID.search(value)
    if match:
        return match[1] or match[2]
    return value.strip("<> ") if value.count(" ") == 0 else ""


def references(head: Head) -> tuple[str, ...]:
    """Return the ids of the mails that this one goes back to, the thread's root first."""
    found = _ids(" ".join(head.raws("references")))
    found += [entry for entry in _ids(head.raw("in-reply-to"))[:1] if entry not in found]
    return tuple(dict.fromkeys(found[:1] + found[1:][-_MOST_LINKS:]))


def sent_at(head: Head) -> datetime | None:
    """Return when the mail was sent: Date, else the last Received, else the mbox separator."""
    if found := parse_date(head.raw("date")):
        return found
    for value in head.raws("received"):
        if found := parse_received(value):
            return found
    return parse_from_line(head.from_line)


def describe(letter: Letter, head: Head, key: str) -> Entry:
    """Return the index's entry for a letter, whose key has been found."""
    sender = sender_of(head)
    at = sent_at(head)
    subject, answers = bare_subject(head.text("subject"))
    people = {speaker.email for speaker in (sender, *recipients_of(head))}
    return Entry(
        letter,
        key,
        tuple(link for link in references(head) if link != key),
        _groups(head),
        at.timestamp() if at else None,
        subject,
        answers,
        sender.email or sender.name,
        frozenset(people - {""}),
    )


def _groups(head: Head) -> tuple[str, ...]:
    """Return what Outlook and Gmail call the thread; Outlook's replies may lack References."""
    groups = []
    index = from_base64(head.raw("thread-index").encode("utf-8", "replace"))
    if len(index) >= _THREAD_INDEX_ROOT:
        groups.append("outlook:" + index[:_THREAD_INDEX_ROOT].hex())
    if gmail := head.raw("x-gm-thrid").strip():
        groups.append("gmail:" + gmail)
    return tuple(groups)


def _ids(value: str) -> list[str]:
    return [match[1] or match[2] for match in _ID.finditer(value)]
