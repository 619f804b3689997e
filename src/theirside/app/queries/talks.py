"""Conversations read back, whole or in summary."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.db.models import Count, F, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.access import held_for
from theirside.app.queries.people import plain
from theirside.app.rows import clip, conversation_of, speaker_of, time_of, turn_of
from theirside.app.store import explained
from theirside.app.viewing import viewer
from theirside.conversation import Channel, Conversation, Side, Speaker
from theirside.errors import AmbiguousError, NotFoundError
from theirside.evidence import Annotation
from theirside.understand.heard import SPECIAL
from theirside.understand.understanding import Person

NEWEST_FIRST = F("last_at").desc(nulls_last=True)
"""Those without any time come last, on every database."""
_SHOWN = 8
_FEW = 500


@dataclass(frozen=True, slots=True)
class Talk:
    """A stored conversation, what the reader said of it, and which reader that was ("" if none).

    ``withheld`` marks, with the label ``special``, the places from which nothing may be read.
    """

    conversation: Conversation
    annotations: tuple[Annotation, ...]
    reader: str
    withheld: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkSummary:
    """A conversation without its turns: how many there are, and the labels of who spoke."""

    id: str
    channel: Channel
    subject: str
    started_at: datetime | None
    last_at: datetime | None
    turns: int
    speakers: tuple[str, ...]
    source: str
    reader: str


@explained
def conversation(key: str) -> Talk:
    """Return the conversation with exactly this id. Raises ``NotFoundError``."""
    row = models.Conversation.objects.filter(key=key).first()
    if row is None:
        raise NotFoundError(f"{key!r}: no such conversation; `theirside show` lists what there is")
    return talk_of(row)


@explained
def find_conversation(text: str) -> Talk:
    """Return the conversation with this id, a beginning of its id, or a part of its subject.

    Raises ``NotFoundError``, or ``AmbiguousError`` with the candidates.
    """
    wanted = text.strip()
    rows = models.Conversation.objects.order_by(NEWEST_FIRST, "pk")
    searches = (
        Q(key=wanted),
        Q(key__startswith=wanted),
        Q(subject__iexact=wanted),
        Q(subject__icontains=wanted),
    )
    for search in (*searches, None) if wanted else ():
        asked = search if search is not None else Q(pk__in=_with_subject(wanted))
        found = list(rows.filter(asked)[: _SHOWN + 1])
        if len(found) == 1:
            return talk_of(found[0])
        if found:
            raise AmbiguousError(text, [_described(row) for row in found[:_SHOWN]])
    raise NotFoundError(f"{text!r}: no conversation has such an id or subject")


def _with_subject(wanted: str) -> list[int]:
    """Return who has this in its subject whatever the case and accents; no database does that."""
    rows = models.Conversation.objects.exclude(subject="").values_list("pk", "subject")
    return [pk for pk, subject in rows if plain(wanted) in plain(subject)][: _SHOWN + 1]


def _described(row: models.Conversation) -> str:
    day = row.started_at or row.last_at
    return f"{row.key} ({row.subject or row.channel}{f', {day:%Y-%m-%d}' if day else ''})"


@explained
def conversations(person: Person | None = None) -> list[TalkSummary]:
    """Return all conversations, or those that a person was part of, the newest first."""
    rows = models.Conversation.objects.all()
    if person is not None:
        rows = rows.filter(pk__in=talks_with(person))
    rows = rows.annotate(count=Count("turns")).order_by(NEWEST_FIRST, "-pk")
    labels: dict[int, list[str]] = {}
    spoke = models.Turn.objects.filter(conversation__in=rows.values("pk")).values_list(
        "conversation", "speaker__name", "speaker__email", "speaker__phone"
    )
    for talk, *who, _ in spoke.annotate(first=Min("place")).order_by("conversation", "first"):
        labels.setdefault(talk, []).append(Speaker(*who).label)
    return [
        TalkSummary(
            id=row.key,
            channel=Channel(row.channel),
            subject=row.subject,
            started_at=time_of(row.started_at, row.started_offset),
            last_at=row.last_at,
            turns=row.count,
            speakers=tuple(dict.fromkeys(labels.get(row.pk, ()))),
            source=row.source,
            reader=row.reader,
        )
        for row in rows
    ]


@explained
def holds(conversation: Conversation, reader_version: str) -> bool:
    """Say whether keeping this conversation would change nothing, so that it need not be read."""
    keys = {turn.id for turn in conversation.turns}
    rows = models.Turn.objects.filter(
        conversation__key=conversation.id,
        conversation__reader=clip(reader_version, 64),
        key__in=keys,
    ).select_related("speaker")
    held = {row.key: row.speaker for row in rows}
    return len(held) == len(conversation.turns) and all(
        held[turn.id].told or turn.speaker.side in (Side.UNKNOWN, held[turn.id].side)
        for turn in conversation.turns
    )


@explained
def conversations_of(person: Person) -> list[Talk]:
    """Return the conversations in which a person spoke or was written to, the oldest first."""
    return talks_of(models.Conversation.objects.filter(pk__in=talks_with(person)))


def all_talks(chunk: int = 200) -> Iterator[Talk]:
    """Yield every conversation, the oldest import first, some at a time so that memory is flat."""
    last = 0
    while (found := _next_talks(last, chunk))[0]:
        last = found[0]
        yield from found[1]


@explained
def _next_talks(after: int, chunk: int) -> tuple[int, list[Talk]]:
    """Return the talks after this primary key, and the last one's (0 where there is none)."""
    rows = models.Conversation.objects.filter(pk__gt=after).order_by("pk")
    pks = list(rows.values_list("pk", flat=True)[:chunk])
    return max(pks, default=0), talks_of(models.Conversation.objects.filter(pk__in=pks))


def talks_by_time(chunk: int = 200) -> Iterator[Talk]:
    """Yield every conversation, the oldest first by its newest turn, some at a time."""
    keys = _keys_by_time()
    for start in range(0, len(keys), chunk):
        part = keys[start : start + chunk]
        found = {each.conversation.id: each for each in talks_with_ids(part)}
        yield from (found[key] for key in part if key in found)


@explained
def talks_since(day: date, among: Collection[int] | None = None) -> list[Talk]:
    """Return the conversations that went on after a day, or of unknown time.

    ``among`` are primary keys, to look among these only. It takes four queries, or five.
    """
    first = datetime.combine(day, time.min, UTC)
    rows = models.Conversation.objects.filter(Q(last_at__gte=first) | Q(last_at=None))
    if among is not None:  # as keys: the condition would be asked again with each of the queries
        pks = rows.filter(pk__in=among).values_list("pk", flat=True)
        rows = models.Conversation.objects.filter(pk__in=list(pks))
    return talks_of(rows)


def seen_talks() -> QuerySet[models.Conversation]:
    """Return the talks that the viewer sees, found by what they hold: for lists and counts."""
    who, rows = viewer(), models.Conversation.objects.all()
    held = held_for(who) if who is not None else None
    return rows if held is None else rows.filter(pk__in=held.values("conversation"))


@explained
def _keys_by_time() -> list[str]:
    rows = models.Conversation.objects.order_by(F("last_at").asc(nulls_first=True), "pk")
    return list(rows.values_list("key", flat=True))


@explained
def talks_with_ids(keys: Sequence[str]) -> list[Talk]:
    """Return the conversations with these ids, with four queries however many they are."""
    return talks_of(models.Conversation.objects.filter(key__in=keys))


@explained
def sides_told() -> frozenset[str]:
    """Return the ids of the conversations in which the user has set a speaker's side."""
    told = models.Speaker.objects.filter(told=True)  # few: asked first, not joined to every turn
    turns = models.Turn.objects.filter(speaker__in=told)
    rows = models.Conversation.objects.filter(pk__in=turns.values("conversation"))
    return frozenset(rows.values_list("key", flat=True))


@explained
def sides_told_in(conversations: Iterable[str]) -> frozenset[str]:
    """Return those of these conversations in which the user has set a speaker's side."""
    rows = models.Turn.objects.filter(speaker__told=True, conversation__key__in=list(conversations))
    return frozenset(rows.values_list("conversation__key", flat=True).distinct())


@explained
def our_speakers() -> list[Speaker]:
    """Return everybody of ours as the sources name them."""
    return [speaker_of(row) for row in models.Speaker.objects.filter(side=Side.OURS)]


def talks_with(person: Person) -> set[int]:
    """Return the primary keys of the conversations that a person was part of."""
    return talks_with_any_of([person.id])


def talks_with_any_of(people: Iterable[str]) -> set[int]:
    """Return the primary keys of the conversations that any of these people, by id, was part of."""
    there = models.TakingPart.objects.filter(person__public__in=list(people))
    return set(there.values_list("conversation_id", flat=True))


def talk_of(row: models.Conversation) -> Talk:
    """Return one stored conversation whole."""
    return talks_of(models.Conversation.objects.filter(pk=row.pk))[0]


def talks_of(rows: QuerySet[models.Conversation]) -> list[Talk]:
    """Return the conversations whole, with four queries however many they are."""
    ordered = list(rows.order_by(Coalesce("started_at", "last_at").asc(nulls_first=True), "pk"))
    # A few are named one by one, so that they need not be found again and again.
    talks = [row.pk for row in ordered] if len(ordered) <= _FEW else rows
    of_rows = models.Turn.objects.filter(conversation__in=talks).select_related("speaker")
    turns: dict[int, list[models.Turn]] = {}
    for turn in of_rows.order_by("place", "pk"):
        turns.setdefault(turn.conversation_id, []).append(turn)
    to: dict[int, list[Speaker]] = {}
    recipients = models.Recipient.objects.filter(turn__conversation__in=talks)
    for recipient in recipients.select_related("speaker").order_by("turn_id", "place"):
        to.setdefault(recipient.turn_id, []).append(speaker_of(recipient.speaker))
    said: dict[int, list[models.Annotation]] = {}
    for row in models.Annotation.objects.filter(turn__conversation__in=talks).order_by("pk"):
        said.setdefault(row.turn_id, []).append(row)
    return [_talk(row, turns.get(row.pk, []), to, said) for row in ordered]


def _talk(
    row: models.Conversation,
    turns: list[models.Turn],
    to: Mapping[int, list[Speaker]],
    said: Mapping[int, list[models.Annotation]],
) -> Talk:
    values = tuple(turn_of(turn, tuple(to.get(turn.pk, ()))) for turn in turns)
    annotations = tuple(
        Annotation(place, a.start, a.end, a.label, a.probability, a.reader, a.holder, a.due)
        for place, turn in enumerate(turns)
        for a in said.get(turn.pk, ())
    )
    withheld = tuple(
        Annotation(place, start, end, SPECIAL, 1.0, row.reader)
        for place, turn in enumerate(turns)
        for start, end in turn.withheld
    )
    return Talk(conversation_of(row, values), annotations, row.reader, withheld)
