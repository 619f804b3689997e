"""Small conversations for the store's tests; everyone in them is fictional."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation

ANNA = Speaker("Anna Bauer", "anna@brauhaus.example", company="Brauhaus", side=Side.THEIRS)
BEN = Speaker("Ben Okafor", "ben@brauhaus.example", side=Side.THEIRS)
SAM = Speaker("Sam Reed", "sam@ours.example", side=Side.OURS)
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def mail(
    key: str, speaker: Speaker, text: str, *to: Speaker, hours: float = 0, original: str = ""
) -> Turn:
    """Return a mail's turn, so many hours after the first."""
    return Turn(key, speaker, text, START + timedelta(hours=hours), to=to, original=original)


def thread(key: str, *turns: Turn, subject: str = "Cellar sensors") -> Conversation:
    """Return a mail thread."""
    return Conversation(
        key, Channel.MAIL, turns, subject, turns[0].at, source="inbox.mbox", format="mbox"
    )


def call(key: str, *lines: tuple[Speaker, str]) -> Conversation:
    """Return a transcript, five seconds a line, its turns named by their position."""
    turns = tuple(
        Turn(str(place), speaker, text, start=place * 5.0, end=place * 5.0 + 4)
        for place, (speaker, text) in enumerate(lines)
    )
    return Conversation(key, Channel.CALL, turns, "Call", START, source="call.vtt", format="webvtt")


def said(turn: int, text: str, label: str = "facet.goal", reader: str = "test-1") -> Annotation:
    """Return an annotation of a turn's first characters."""
    return Annotation(turn, 0, len(text), label, 0.9, reader)
