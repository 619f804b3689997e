"""Conversations and annotations in few words, for the tests of this room.

The cast is fictional: Dana Whitfield and Priya Nair of Fernhill buy, Sam Okoro of Lantern sells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation, Quote
from theirside.understand.heard import Heard
from theirside.understand.understanding import Observation, Status
from theirside.understand.words import gist

DANA = Speaker("Dana Whitfield", "dana@fernhill.example", side=Side.THEIRS)
PRIYA = Speaker("Priya Nair", "priya@fernhill.example", side=Side.THEIRS)
SAM = Speaker("Sam Okoro", "sam@lantern.example", side=Side.OURS)
READER = "test-1"


def day(number: int) -> datetime:
    """Return nine o'clock on a day of 2026, counted from 1 January."""
    return datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(days=number - 1)


def said(name: str, side: Side = Side.THEIRS) -> Speaker:
    """Return somebody known by a transcript label only."""
    return Speaker(name, side=side)


def talk(
    key: str,
    *turns: tuple[Speaker, str],
    at: datetime | None = None,
    channel: Channel = Channel.MAIL,
    to: Sequence[Speaker] = (),
) -> Conversation:
    """Return a conversation whose turns follow each other by a minute."""
    return Conversation(
        key,
        channel,
        tuple(
            Turn(f"{key}-{number}", who, text, _later(at, number), to=tuple(to))
            for number, (who, text) in enumerate(turns)
        ),
        started_at=at,
    )


def _later(at: datetime | None, number: int) -> datetime | None:
    return at + timedelta(minutes=number) if at is not None else None


def mark(
    conversation: Conversation,
    words: str,
    label: str,
    probability: float = 0.8,
    *,
    holder: str = "",
    due: date | None = None,
) -> Annotation:
    """Return the annotation of these words, wherever in the conversation they first stand."""
    for number, turn in enumerate(conversation.turns):
        start = turn.text.find(words)
        if start >= 0:
            end = start + len(words)
            return Annotation(number, start, end, label, probability, READER, holder, due)
    raise AssertionError(f"{words!r} is not in {conversation.id}")


def quoted(conversation: Conversation, words: str) -> Quote:
    """Return these words as a quote."""
    place = mark(conversation, words, "any")
    return Quote(conversation.id, place.turn, place.start, place.end, words)


def heard(words: str, number: int = 1, facet: str = "goal", probability: float = 0.8) -> Heard:
    """Return one sentence that Dana said on that day, in a conversation of its own."""
    key = f"talk-{number}"
    place = Quote(key, 0, 0, len(words), words)
    return Heard("dana", facet, place, f"{key}-0", day(number), probability, "", "", gist(words))


def observed(facet: str, words: str, number: int = 1, said_by: str = "") -> Observation:
    """Return an observation of these words, of that day."""
    place = Quote(f"talk-{number}", 0, 0, len(words), words)
    at = day(number)
    return Observation(
        f"{facet}-{number}",
        "dana",
        facet,
        words,
        (place,),
        Status.HEARD,
        0.8,
        at,
        at,
        said_by=said_by,
    )


def by_id(marked: Iterable[tuple[Conversation, Annotation]]) -> dict[str, list[Annotation]]:
    """Return annotations by conversation id."""
    found: dict[str, list[Annotation]] = {}
    for conversation, annotation in marked:
        found.setdefault(conversation.id, []).append(annotation)
    return found
