"""A quote in the talk around it: the turn that it stands in, and a few before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from theirside.app import models
from theirside.app.rows import speaker_of, time_of
from theirside.app.store import explained
from theirside.conversation import Channel, Speaker
from theirside.errors import NotFoundError

BEFORE, AFTER = 2, 2
"""Turns that are given on either side."""


@dataclass(frozen=True, slots=True)
class NearTurn:
    """A turn near a quote. Of ``withheld``, stretches ``[start, end)``, nothing may be shown.

    ``start`` are the seconds since a call began, where the source has them.
    """

    place: int
    speaker: Speaker
    text: str
    at: datetime | None
    start: float | None
    withheld: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The talk around turn ``place``; ``more_before`` and ``more_after`` count what is left out."""

    conversation: str
    channel: Channel
    subject: str
    started_at: datetime | None
    place: int
    turns: tuple[NearTurn, ...]
    more_before: int
    more_after: int


@explained
def talk_around(conversation: str, place: int) -> Around:
    """Return the talk around a turn, with three queries. Raises ``NotFoundError``.

    Of a talk that no reader has read it is not known what may be shown around a quote, so nothing
    is but the turn itself.
    """
    row = models.Conversation.objects.filter(key=conversation).first()
    if row is None:
        raise NotFoundError(f"{conversation!r}: no such conversation")
    before, after = (BEFORE, AFTER) if row.reader else (0, 0)
    near = row.turns.filter(place__gte=place - before, place__lte=place + after)
    turns = tuple(_near(each) for each in near.select_related("speaker").order_by("place"))
    if all(each.place != place for each in turns):
        raise NotFoundError(f"{conversation!r} has no turn {place} any more")
    count = row.turns.count()
    return Around(
        row.key,
        Channel(row.channel),
        row.subject,
        time_of(row.started_at, row.started_offset),
        place,
        turns,
        turns[0].place,
        count - 1 - turns[-1].place,
    )


def _near(row: models.Turn) -> NearTurn:
    return NearTurn(
        row.place,
        speaker_of(row.speaker),
        row.text,
        time_of(row.at, row.offset),
        row.start,
        tuple((start, end) for start, end in row.withheld),
    )
