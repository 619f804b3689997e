"""What chats share: stable ids, and where one conversation ends and the next begins.

A chat channel never ends, yet a conversation should be something one can read in a sitting. So a
channel is cut where it was silent for more than ``SILENCE``: overnight silence ends a
conversation, a long lunch doesn't. The cut depends only on what came before it, so a later,
longer export of the same channel gives the same conversations again, the last one perhaps with
more turns; and since a conversation's id comes from its channel and its first message, they are
recognised as the same.

Chat exports give local times without saying in which zone; those are taken as UTC, and a note in
the report says so: the order and the distance of messages, which is what counts, come out right.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from theirside.conversation import Conversation, Turn

_NOTETAKER = re.compile(r"(?i)\b(?:note-?taker|(?:read|otter|fireflies|fathom|tldv)\.(?:ai|io)\b)")

SILENCE = timedelta(hours=12)
"""A channel that is silent for longer begins a new conversation."""

NO_ZONE = "times without a zone are read as UTC"


def digest(*parts: object) -> str:
    """Return 20 hexadecimal digits that are the same for the same parts, on every machine."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


@dataclass(slots=True)
class TurnIds:
    """Ids for turns that have none: a hash of what was said, numbered where it repeats."""

    _seen: Counter[str] = field(default_factory=Counter)

    def of(self, *parts: object) -> str:
        """Return the id of the turn that these parts (time, speaker, text) make up."""
        return self.numbered(digest(*parts))

    def numbered(self, wanted: str) -> str:
        """Return the id itself the first time, then ``id-2``, ``id-3``."""
        self._seen[wanted] += 1
        repeat = self._seen[wanted]
        return wanted if repeat == 1 else f"{wanted}-{repeat}"


def stretches(turns: Iterable[Turn]) -> Iterator[tuple[Turn, ...]]:
    """Cut a channel's turns, in their order, where it was silent for more than ``SILENCE``.

    Turns without a time stay with the turn before them.
    """
    stretch: list[Turn] = []
    last = None
    for turn in turns:
        if stretch and last is not None and turn.at is not None and turn.at - last > SILENCE:
            yield tuple(stretch)
            stretch = []
        stretch.append(turn)
        last = turn.at or last
    if stretch:
        yield tuple(stretch)


def conversations(
    turns: Iterable[Turn], channel: str, blank: Conversation
) -> Iterator[Conversation]:
    """Yield a chat channel's conversations, filled in from ``blank``."""
    for stretch in stretches(turns):
        yield conversation(stretch, channel, blank)


def conversation(turns: Iterable[Turn], channel: str, blank: Conversation) -> Conversation:
    """Return one conversation of at least one turn, filled in from ``blank``.

    ``channel`` is what tells its channel or thread from others; with the first turn it makes the
    id. Turns that have the same id get numbers.
    """
    ids = TurnIds()
    numbered = tuple(replace(turn, id=ids.numbered(turn.id)) for turn in turns)
    first = numbered[0]
    return replace(
        blank,
        id=digest(blank.format, channel, first.at, first.speaker.label, first.id),
        started_at=first.at,
        turns=numbered,
    )


def is_notetaker(speaker: str) -> bool:
    """Say whether a speaker is a note-taking service and no person, by its name alone."""
    return _NOTETAKER.search(speaker) is not None


def phone_number(text: str) -> str:
    """Return a phone number as a speaker has it: digits, after a ``+`` where one stands first."""
    digits = "".join(char for char in text if char.isascii() and char.isdigit())
    return f"+{digits}" if digits and text.lstrip(" (").startswith("+") else digits
