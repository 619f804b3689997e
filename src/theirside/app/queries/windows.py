"""A stretch of one conversation, so that a talk of thousands of turns opens as quickly as any."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min
from django.db.models.functions import Length

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.rows import speaker_of, time_of, turn_of
from theirside.app.store import explained
from theirside.conversation import Channel, Side, Speaker, Turn
from theirside.errors import NotFoundError
from theirside.evidence import Annotation
from theirside.understand.heard import SPECIAL
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class Speaking:
    """Somebody who speaks in a conversation: their turns, and who that is, if known.

    ``told``: the user has set the side.
    """

    speaker: Speaker
    turns: int
    told: bool
    person: Person | None


@dataclass(frozen=True, slots=True)
class Window:
    """Turns ``first`` … of ``total`` of a conversation, with what the reader said of them.

    ``annotations`` carry the turn's number in the whole conversation; ``withheld`` likewise marks
    the places from which nothing may be read. ``reader`` is "" where nobody has read it yet.
    """

    id: str
    channel: Channel
    subject: str
    started_at: datetime | None
    last_at: datetime | None
    reader: str
    total: int
    first: int
    turns: tuple[Turn, ...]
    annotations: tuple[Annotation, ...]
    withheld: tuple[Annotation, ...]
    speaking: tuple[Speaking, ...]

    @property
    def end(self) -> int:
        """The number of the turn after the last of this stretch."""
        return self.first + len(self.turns)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A turn's place in time (seconds from the beginning, where known), side and length."""

    side: Side
    start: float | None
    end: float | None
    characters: int


@explained
def window(key: str, first: int = 0, most: int | None = None) -> Window:
    """Return a stretch of the conversation with exactly this id, of at most so many turns.

    Eight queries, however long it is. Raises ``NotFoundError``.
    """
    row = models.Conversation.objects.filter(key=key).first()
    if row is None:
        raise NotFoundError(f"{key!r}: no such conversation")
    speaking = _speaking(row)
    total = sum(each.turns for each in speaking)
    rows = models.Turn.objects.filter(conversation=row)
    ordered = rows.select_related("speaker").order_by("place", "pk")
    turns = list(ordered[first:] if most is None else ordered[first : first + most])
    numbers = {turn.pk: first + number for number, turn in enumerate(turns)}
    return Window(
        id=row.key,
        channel=Channel(row.channel),
        subject=row.subject,
        started_at=time_of(row.started_at, row.started_offset),
        last_at=row.last_at,
        reader=row.reader,
        total=total,
        first=first,
        turns=_with_recipients(turns),
        annotations=_annotations(numbers),
        withheld=tuple(
            Annotation(numbers[turn.pk], start, end, SPECIAL, 1.0, row.reader)
            for turn in turns
            for start, end in turn.withheld
        ),
        speaking=speaking,
    )


def _with_recipients(turns: list[models.Turn]) -> tuple[Turn, ...]:
    to: dict[int, list[Speaker]] = {}
    rows = models.Recipient.objects.filter(turn__in=[turn.pk for turn in turns])
    for each in rows.select_related("speaker").order_by("turn_id", "place"):
        to.setdefault(each.turn_id, []).append(speaker_of(each.speaker))
    return tuple(turn_of(turn, tuple(to.get(turn.pk, ()))) for turn in turns)


def _annotations(numbers: dict[int, int]) -> tuple[Annotation, ...]:
    rows = models.Annotation.objects.filter(turn__in=list(numbers)).order_by("pk")
    return tuple(
        Annotation(
            numbers[each.turn_id],
            each.start,
            each.end,
            each.label,
            each.probability,
            each.reader,
            each.holder,
            each.due,
        )
        for each in rows
    )


def _speaking(row: models.Conversation) -> tuple[Speaking, ...]:
    """Return who speaks, in the order of their first words."""
    turns = models.Turn.objects.filter(conversation=row).values("speaker")
    said = list(turns.annotate(n=Count("pk"), first=Min("place")).order_by("first"))
    rows = models.Speaker.objects.in_bulk([each["speaker"] for each in said])
    people = {each.person_id for each in rows.values() if each.person_id is not None}
    persons = persons_of(models.Person.objects.filter(pk__in=people)) if people else {}
    found = []
    for each in said:
        who = rows[each["speaker"]]
        person = persons.get(who.person_id) if who.person_id is not None else None
        found.append(Speaking(speaker_of(who), each["n"], who.told, person))
    return tuple(found)


@explained
def stretches(key: str) -> tuple[Stretch, ...]:
    """Return whose turns a conversation's are and how long, without their words; one query."""
    rows = models.Turn.objects.filter(conversation__key=key).order_by("place", "pk")
    return tuple(
        Stretch(Side(side), start, end, characters)
        for side, start, end, characters in rows.values_list(
            "speaker__side", "start", "end", Length("text")
        )
    )
