"""Keeping a conversation: new, grown, or known already; one transaction each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

from django.db.models import Q
from django.utils import timezone

from theirside.app import models
from theirside.app.rows import clip, short, storable, stored_time
from theirside.app.services.annotating import add_annotations, annotate, drop_annotations
from theirside.app.services.bringing import note_turns
from theirside.app.services.coding import lay_codes
from theirside.app.services.forgotten import without_forgotten
from theirside.app.services.heard import note_heard, note_who
from theirside.app.services.linking import link
from theirside.app.services.speakers import Rows, rows_for, storable_speaker
from theirside.app.services.waiting import look_anew
from theirside.app.services.withdrawn import without_withdrawn
from theirside.app.store import writing
from theirside.conversation import Channel, Conversation, Speaker, Turn
from theirside.evidence import Annotation
from theirside.reader.coded import Coded


class Kept(StrEnum):
    """What became of a conversation that was handed to the store."""

    NEW = "new"
    EXTENDED = "extended"
    UNCHANGED = "unchanged"
    FORGOTTEN = "forgotten"
    """Nothing of it is kept: it was with somebody who has been forgotten."""


def keep(
    conversation: Conversation,
    annotations: Iterable[Annotation] = (),
    reader_version: str = "",
    coded: Coded | None = None,
) -> Kept:
    """Store a conversation with what the reader ``reader_version`` ("" if none) said of it.

    ``coded`` are its sentences' codes, by which search finds them.

    Kept again, it adds nothing twice; sides that have become known since are taken over. A mail
    thread that has grown, or of which the store holds parts as several conversations, becomes one
    conversation: turns that are there already stay with everything that refers to them. Turns of
    people who were forgotten are left out, and words that were withdrawn. Raises ``StoreError``.
    """
    whole = _storable(conversation)
    with writing():
        remembered = without_forgotten(whole)
        if remembered is None:
            return Kept.FORGOTTEN
        incoming = without_withdrawn(remembered)
        by_turn = _by_turn(whole, annotations)
        stored = _stored_as(incoming)
        if not stored:
            row = _new(incoming)
            _complete(row, [], incoming, by_turn, reader_version)
            _lay_codes(row, whole, conversation, coded)
            return Kept.NEW
        row = _joined(stored)
        there = list(row.turns.order_by("place", "pk"))
        keys = {turn.key for turn in there}
        if len(stored) > 1 or any(turn.id not in keys for turn in incoming.turns):
            _complete(row, there, incoming, by_turn, reader_version)
            _lay_codes(row, whole, conversation, coded)
            return Kept.EXTENDED
        if _renew(row, there, incoming, by_turn, reader_version):
            _lay_codes(row, whole, conversation, coded)
        return Kept.UNCHANGED


def _lay_codes(
    row: models.Conversation, whole: Conversation, read: Conversation, coded: Coded | None
) -> None:
    """Lay codes down where the whole conversation stands as it was read, and nothing but it."""
    if coded is None or not row.reader:
        return
    by_key = {turn.key: turn for turn in row.turns.all()}
    if len(by_key) == len(whole.turns):
        lay_codes(row, [by_key.get(turn.id) for turn in whole.turns], read, coded)


def _storable(conversation: Conversation) -> Conversation:
    """Return the conversation as the database can hold it; each turn's id told from the others."""
    seen: Counter[str] = Counter()
    turns = []
    for turn in conversation.turns:
        seen[turn.id] += 1
        nth = seen[turn.id]
        turns.append(_storable_turn(turn, turn.id if nth == 1 else f"{turn.id}~{nth}"))
    return replace(
        conversation,
        id=short(conversation.id),
        subject=storable(conversation.subject),
        source=storable(conversation.source),
        turns=tuple(turns),
    )


def _storable_turn(turn: Turn, key: str) -> Turn:
    return replace(
        turn,
        id=short(key),
        speaker=storable_speaker(turn.speaker),
        to=tuple(map(storable_speaker, turn.to)),
        text=storable(turn.text),
        original=storable(turn.original),
    )


def _by_turn(whole: Conversation, annotations: Iterable[Annotation]) -> dict[str, list[Annotation]]:
    by_turn: dict[str, list[Annotation]] = {}
    for each in annotations:
        by_turn.setdefault(whole.turns[each.turn].id, []).append(each)
    return by_turn


def _stored_as(incoming: Conversation) -> list[models.Conversation]:
    """Return the stored conversations that hold parts of this one, the oldest first.

    A mail's id is its own everywhere; in every other channel a turn's id means nothing outside
    its conversation.
    """
    query = Q(key=incoming.id)
    if incoming.channel is Channel.MAIL:
        ids = [turn.id for turn in incoming.turns]
        holding = models.Turn.objects.filter(key__in=ids, conversation__channel=Channel.MAIL)
        # As a subquery, PostgreSQL would read through all conversations to answer the "or".
        query |= Q(pk__in=set(holding.values_list("conversation_id", flat=True)))
    return list(models.Conversation.objects.filter(query).order_by("pk"))


def _joined(stored: Sequence[models.Conversation]) -> models.Conversation:
    """Move all turns into the oldest of the conversations, and return it."""
    row, *others = stored
    for other in others:
        models.Turn.objects.filter(conversation=other).update(conversation=row)
        other.delete()
    return row


def _new(incoming: Conversation) -> models.Conversation:
    started_at, started_offset = stored_time(incoming.started_at)
    return models.Conversation(  # saved once its turns are known
        key=incoming.id,
        channel=incoming.channel,
        subject=incoming.subject,
        started_at=started_at,
        started_offset=started_offset,
        source=incoming.source,
        format=clip(incoming.format, 64),
        imported_at=timezone.now(),
    )


def _complete(
    row: models.Conversation,
    there: list[models.Turn],
    incoming: Conversation,
    annotations: Mapping[str, Sequence[Annotation]],
    reader_version: str,
) -> None:
    """Add what is new of ``incoming`` to the turns that are there."""
    speakers = rows_for(_speakers(incoming), row.key)
    known = {turn.key for turn in there}
    fresh = [
        _turn_row(row, turn, speakers[turn.speaker])
        for turn in incoming.turns
        if turn.id not in known
    ]
    by_key = {turn.key: turn for turn in (*there, *fresh)}
    whole = len(by_key) == len(incoming.turns)
    ordered = [by_key[turn.id] for turn in incoming.turns] if whole else in_time([*there, *fresh])
    # Read without what was said before, or with other sides: to be read again as a whole.
    as_read = whole and _as_read(speakers)
    row.reader = clip(reader_version, 64) if as_read else ""
    set_times(row, ordered)
    row.save()
    _lay_down(ordered, {turn.id: turn for turn in incoming.turns}, speakers)
    if there:
        drop_annotations(row)
    if row.reader:
        add_annotations(by_key, annotations)
    link(speakers.values())
    note_heard(each.person_id for each in speakers.values())
    note_who([row.pk])
    look_anew([row.pk])


def _renew(
    row: models.Conversation,
    there: list[models.Turn],
    incoming: Conversation,
    annotations: Mapping[str, Sequence[Annotation]],
    reader_version: str,
) -> bool:
    """Take over sides that are known by now, and what a newer reader says of the same turns.

    Say whether anything was taken over from the reader.
    """
    speakers = rows_for(_speakers(incoming), row.key)
    link(speakers.values())
    row.refresh_from_db(fields=["reader"])
    newer = (
        reader_version not in ("", row.reader)
        and len(there) == len(incoming.turns)
        and _as_read(speakers)
    )
    if newer:
        annotate(row, {turn.key: turn for turn in there}, annotations, reader_version)
    return newer


def _as_read(speakers: Rows) -> bool:
    """Say whether the sides that the reader was given are those that are stored."""
    return all(each.side == stored.side for each, stored in speakers.items())


def _speakers(incoming: Conversation) -> Iterator[Speaker]:
    for turn in incoming.turns:
        yield turn.speaker
        yield from turn.to


def _turn_row(row: models.Conversation, turn: Turn, speaker: models.Speaker) -> models.Turn:
    at, offset = stored_time(turn.at)
    return models.Turn(
        conversation=row,
        speaker=speaker,
        key=turn.id,
        place=0,
        text=turn.text,
        at=at,
        offset=offset,
        start=turn.start,
        end=turn.end,
        original=turn.original,
        apart=[[part.kind.value, part.start, part.end] for part in turn.apart],
    )


def in_time(turns: Sequence[models.Turn]) -> list[models.Turn]:
    """Order turns by time; one without a time stays behind the one that it came after."""
    keyed: list[tuple[datetime, float, models.Turn]] = []
    at, start = datetime.min.replace(tzinfo=UTC), 0.0
    for turn in turns:
        at, start = turn.at or at, turn.start if turn.start is not None else start
        keyed.append((at, start, turn))
    return [turn for _, _, turn in sorted(keyed, key=lambda entry: entry[:2])]


def _lay_down(ordered: Sequence[models.Turn], incoming: Mapping[str, Turn], speakers: Rows) -> None:
    moved = [turn for place, turn in enumerate(ordered) if turn.pk and turn.place != place]
    fresh = [turn for turn in ordered if not turn.pk]
    for place, turn in enumerate(ordered):
        turn.place = place
    if moved:
        models.Turn.objects.bulk_update(moved, ["place"], batch_size=200)
    models.Turn.objects.bulk_create(fresh)
    note_turns(fresh)
    models.Recipient.objects.bulk_create(
        models.Recipient(turn=turn, speaker=speakers[to], place=place)
        for turn in fresh
        for place, to in enumerate(incoming[turn.key].to)
    )


def set_times(row: models.Conversation, ordered: Sequence[models.Turn]) -> None:
    """Let the conversation last as long as its turns do; the caller saves it."""
    timed = sorted((turn for turn in ordered if turn.at is not None), key=_at)
    row.last_at = timed[-1].at if timed else row.started_at
    if timed and row.started_at and _at(timed[0]) < row.started_at:
        row.started_at, row.started_offset = timed[0].at, timed[0].offset


def _at(turn: models.Turn) -> datetime:
    return turn.at or datetime.max.replace(tzinfo=UTC)
