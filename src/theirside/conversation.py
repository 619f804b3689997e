"""What everything speaks of: a conversation, its turns, and who spoke them.

A conversation is one e-mail thread, call, meeting, chat or note. It is read once by
``theirside.intake`` and never changed after that: every quote that Theirside shows points
into the text of a turn, so that text must stay as it is, character by character.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Side(StrEnum):
    """Whose side a speaker is on; better ``UNKNOWN`` than wrong."""

    OURS = "ours"
    THEIRS = "theirs"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """The kind of talk that a conversation was."""

    MAIL = "mail"
    CALL = "call"
    MEETING = "meeting"
    CHAT = "chat"
    NOTE = "note"


class ApartKind(StrEnum):
    """Why a part of a message is not its sender's own new text."""

    QUOTED = "quoted"
    HEADER = "header"
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"
    FORWARDED = "forwarded"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who speaks, as the source names them.

    ``name`` is the display name or transcript label (may be empty), ``email`` a lower-case
    address (may be empty), ``phone`` digits with an optional leading ``+`` (may be empty),
    ``company`` what the source says of where they work (may be empty).
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    side: Side = Side.UNKNOWN

    @property
    def label(self) -> str:
        """The best short name to show: display name, else address, else phone."""
        return self.name or self.email or self.phone or "(no name)"


@dataclass(frozen=True, slots=True)
class Apart:
    """A stretch of ``Turn.original`` that is not new text: characters ``[start, end)``."""

    kind: ApartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Turn:
    """One person speaking once; of an e-mail, the text that its sender newly wrote.

    ``id`` is stable within the conversation and across imports (a mail's Message-ID, a hash of
    time, speaker and text in a chat, the position in a transcript). ``at`` is the wall-clock
    time, with its zone, where the source has one; ``start`` and ``end`` are seconds since the
    conversation began. ``to`` holds a mail's recipients. ``original`` is the message's whole
    body as decoded (empty when it equals ``text``) and ``apart`` the stretches of it that were
    kept apart: quoted replies, signatures, disclaimers.
    """

    id: str
    speaker: Speaker
    text: str
    at: datetime | None = None
    start: float | None = None
    end: float | None = None
    to: tuple[Speaker, ...] = ()
    original: str = ""
    apart: tuple[Apart, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """One e-mail thread, call, meeting, chat or note, its turns in the order they were spoken.

    ``id`` is the same each time the same conversation is read. ``source`` names the file it came
    from (``inbox.zip!inbox.mbox``) and ``format`` the format that was recognised (``mbox``).
    """

    id: str
    channel: Channel
    turns: tuple[Turn, ...]
    subject: str = ""
    started_at: datetime | None = None
    source: str = ""
    format: str = ""

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everyone who spoke, in order of their first turn."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns))

    @property
    def last_at(self) -> datetime | None:
        """When the newest turn with a known time was spoken, else when the talk began."""
        times = [turn.at for turn in self.turns if turn.at is not None]
        return max(times) if times else self.started_at


@dataclass(frozen=True, slots=True)
class Contact:
    """What an address book says of one person: names, addresses, phones, where they work."""

    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    company: str = ""
    role: str = ""
