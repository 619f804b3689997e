"""Codes of sentences laid down for search by meaning, and made anew where they are missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from theirside.app import models
from theirside.app.codes import packed
from theirside.app.queries.talks import Talk, talk_of
from theirside.app.queries.uncoded import uncoded
from theirside.app.store import explained, writing
from theirside.conversation import Conversation
from theirside.reader.coded import Coded, coded

if TYPE_CHECKING:
    from theirside.reader.encoder import Seeing


def lay_codes(
    row: models.Conversation,
    turns: Sequence[models.Turn | None],
    read: Conversation,
    codes: Coded | None,
) -> None:
    """Put codes in the place of what there was; only within ``writing()``, and last.

    ``turns`` are the stored turns of those that were ``read``, in their order. Nothing is laid down
    where a turn is not stored as it was read: its words may have been withdrawn.
    """
    models.Meaning.objects.filter(conversation=row).delete()
    there = [turn for turn in turns if turn is not None]
    if codes is None or [turn.text for turn in there] != [turn.text for turn in read.turns]:
        return
    models.Meaning.objects.create(
        conversation=row,
        version=codes.version,
        sentences=packed(codes, [turn.pk for turn in there]),
    )


@explained
def code_again(model: Seeing, on_progress: Callable[[int, int], None] | None = None) -> int:
    """Code what is not coded by this model; return how many conversations.

    Conversations that no reader has read wait: what is special in them is not known yet. Each is
    one transaction, so that it goes on where it was interrupted. ``on_progress`` is told how many
    of how many are done.
    """
    pks = list(uncoded(model).exclude(reader="").order_by("pk").values_list("pk", flat=True))
    for done, pk in enumerate(pks, start=1):
        row = models.Conversation.objects.filter(pk=pk).first()
        if row is not None:
            talk = talk_of(row)
            _lay_if_same(pk, talk, _codes_of(talk, model))
        if on_progress is not None:
            on_progress(done, len(pks))
    return len(pks)


def _codes_of(talk: Talk, model: Seeing) -> Coded:
    from theirside.reader import sentences

    special = {(each.turn, each.start, each.end) for each in talk.withheld}
    return coded(sentences(talk.conversation), special, model)


def _lay_if_same(pk: int, read: Talk, codes: Coded) -> None:
    with writing():
        row = models.Conversation.objects.filter(pk=pk).first()
        if row is None or talk_of(row) != read:
            return  # somebody changed it meanwhile; it stays waiting
        turns = list(row.turns.order_by("place", "pk"))
        lay_codes(row, turns, read.conversation, codes)
