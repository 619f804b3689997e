"""Between rows and values: how a domain object is laid down and comes back exactly as it was.

Databases refuse two kinds of text that real mail holds, NUL characters and lone surrogates. Both
become U+FFFD, one for one, so that every offset still points to the same words.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from hashlib import blake2b

from theirside import conversation as talk
from theirside.app import models

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_KEY = 255


def storable(text: str) -> str:
    """Return the text with what no database takes replaced, character for character."""
    return _UNSTORABLE.sub("\ufffd", text)


def short(key: str, limit: int = _KEY) -> str:
    """Return a key that fits its column: itself, or its beginning and a hash of the whole."""
    key = storable(key)
    if len(key) <= limit:
        return key
    digest = blake2b(key.encode(), digest_size=16).hexdigest()
    return f"{key[: limit - len(digest) - 1]}~{digest}"


def clip(text: str, limit: int = _KEY) -> str:
    """Return a name or the like that fits its column; the end of a monstrous one is dropped."""
    return storable(text)[:limit]


def stored_time(at: datetime | None) -> tuple[datetime | None, int | None]:
    """Return a time in UTC and its own offset in seconds (None: it had no zone)."""
    if at is None:
        return None, None
    offset = at.utcoffset()
    try:
        in_utc = (at if offset is not None else at.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:  # the year 1 or 9999 in a broken Date header: no time at all
        return None, None
    return in_utc, None if offset is None else int(offset.total_seconds())


def time_of(at: datetime | None, offset: int | None) -> datetime | None:
    """Return a stored time in the zone in which it was given; without zone as it was."""
    if at is None:
        return None
    if offset is None:
        return at.astimezone(UTC).replace(tzinfo=None)
    return at.astimezone(timezone(timedelta(seconds=offset)) if offset else UTC)


def speaker_of(row: models.Speaker) -> talk.Speaker:
    """Return a stored speaker."""
    return talk.Speaker(row.name, row.email, row.phone, row.company, talk.Side(row.side))


def turn_of(row: models.Turn, to: tuple[talk.Speaker, ...]) -> talk.Turn:
    """Return a stored turn; its speaker must have been fetched with it."""
    return talk.Turn(
        id=row.key,
        speaker=speaker_of(row.speaker),
        text=row.text,
        at=time_of(row.at, row.offset),
        start=row.start,
        end=row.end,
        to=to,
        original=row.original,
        apart=tuple(talk.Apart(talk.ApartKind(k), start, end) for k, start, end in row.apart),
    )


def conversation_of(row: models.Conversation, turns: tuple[talk.Turn, ...]) -> talk.Conversation:
    """Return a stored conversation with its turns."""
    return talk.Conversation(
        id=row.key,
        channel=talk.Channel(row.channel),
        turns=turns,
        subject=row.subject,
        started_at=time_of(row.started_at, row.started_offset),
        source=row.source,
        format=row.format,
    )
