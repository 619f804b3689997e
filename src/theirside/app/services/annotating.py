"""Annotations laid down, and conversations read again when the reader is newer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from theirside.app import models
from theirside.app.rows import clip
from theirside.app.services.waiting import look_anew
from theirside.app.store import explained, writing
from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.understand.heard import special_in, without_special

if TYPE_CHECKING:
    from theirside.reader import Reader, Reading  # at run time only where something is read: 15 ms


def annotate(
    row: models.Conversation,
    turns: Mapping[str, models.Turn],
    annotations: Mapping[str, Sequence[Annotation]],
    reader_version: str,
) -> None:
    """Put these annotations (by turn id) in the place of all that there were; saves the row."""
    drop_annotations(row)
    add_annotations(turns, annotations)
    row.reader = clip(reader_version, 64)
    row.save(update_fields=["reader"])
    look_anew([row.pk])


def drop_annotations(row: models.Conversation) -> None:
    """Drop all that a reader said of a conversation."""
    models.Annotation.objects.filter(turn__conversation=row).delete()
    row.turns.exclude(withheld=[]).update(withheld=[])


def add_annotations(
    turns: Mapping[str, models.Turn], annotations: Mapping[str, Sequence[Annotation]]
) -> None:
    """Lay annotations down by turn id.

    Of a special category only the place is kept, so that nothing else is read from it: neither
    which category it is, nor anything that overlaps it.
    """
    rows = []
    for key, of_turn in annotations.items():
        turn = turns.get(key)
        if turn is None:
            continue
        special = special_in(of_turn)
        if special:
            places = [[each.start, each.end] for each in special]
            models.Turn.objects.filter(pk=turn.pk).update(withheld=places)
        rows += [_annotation_row(turn, each) for each in without_special(of_turn)]
    models.Annotation.objects.bulk_create(rows)


def _annotation_row(turn: models.Turn, annotation: Annotation) -> models.Annotation:
    return models.Annotation(
        turn=turn,
        start=annotation.start,
        end=annotation.end,
        label=annotation.label,
        probability=annotation.probability,
        reader=clip(annotation.reader, 64),
        holder=clip(annotation.holder),
        due=annotation.due,
    )


@explained
def reread(
    reader: Reader,
    on_progress: Callable[[int, int], None] | None = None,
    *,
    only: str | None = None,
) -> int:
    """Read every conversation again that another reader, or none, has read; return how many.

    With ``only`` that is looked at for the conversation with this id and no other.

    Each conversation is one transaction, so that an interrupted re-reading goes on where it was.
    Judgements point to words, not to annotations, and stay. ``on_progress`` is told how many of
    how many are done.
    """
    from theirside.app.queries.talks import talk_of
    from theirside.reader import reading

    version = clip(reader.version, 64)
    waiting = models.Conversation.objects.exclude(reader=version).order_by("pk")
    if only is not None:
        waiting = waiting.filter(key=only)
    pks = list(waiting.values_list("pk", flat=True))
    done = 0
    for pk in pks:
        row = models.Conversation.objects.filter(pk=pk).first()
        if row is not None:
            conversation = talk_of(row).conversation
            _renew(pk, conversation, reading(conversation, reader), version)
        done += 1
        if on_progress is not None:
            on_progress(done, len(pks))
    return done


def _renew(pk: int, read: Conversation, found: Reading, reader_version: str) -> None:
    from theirside.app.queries.talks import talk_of
    from theirside.app.services.coding import lay_codes

    with writing():
        row = models.Conversation.objects.filter(pk=pk).first()
        if row is None or talk_of(row).conversation != read:
            return  # somebody added to it or set a side meanwhile; it stays waiting
        turns = list(row.turns.order_by("place", "pk"))
        by_turn: dict[str, list[Annotation]] = {}
        for each in found.annotations:
            by_turn.setdefault(turns[each.turn].key, []).append(each)
        annotate(row, {turn.key: turn for turn in turns}, by_turn, reader_version)
        lay_codes(row, turns, read, found.coded)


def mark_unread(conversations: Iterable[int]) -> None:
    """Let conversations (by primary key) be read again: what was read of them no longer holds."""
    talks = set(conversations)
    models.Conversation.objects.filter(pk__in=talks).update(reader="")
    look_anew(talks)
