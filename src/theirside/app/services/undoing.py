"""Undoing an import: what it brought goes again, and nothing else.

What cannot be undone: parts of a mail thread that it joined stay one thread, sides that its mails
told stay told, and what a contact card added to somebody known stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from theirside.app import models
from theirside.app.services.annotating import drop_annotations
from theirside.app.services.fits import drop_orphaned_fits
from theirside.app.services.forgetting import silence_played_back
from theirside.app.services.keeping import set_times
from theirside.app.services.team_kit import drop_shared, drop_wordless_shared
from theirside.app.store import writing
from theirside.app.viewing import seen_by
from theirside.errors import NotFoundError

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back. ``shared`` counts the talks that stay because a colleague's are, too."""

    turns: int
    conversations: int
    people: int
    shared: int


def undo_import(number: int) -> Undone:
    """Take back what one of one's own imports brought. Raises ``NotFoundError``."""
    with writing():
        account = models.Import.objects.filter(pk=number, undone_at=None).first()
        if account is None:
            raise NotFoundError(f"{number}: no import of yours that could be undone")
        with seen_by(None):  # what a colleague holds must be seen to be left alone
            undone = _take_back(account)
            account.undone_at = timezone.now()
            account.save(update_fields=["undone_at"])
    return undone


def _take_back(account: models.Import) -> Undone:
    brought = models.Turn.objects.filter(brought__report=account)
    talks = set(brought.values_list("conversation_id", flat=True))
    shared = _let_go(account, talks)
    turns = brought.exclude(conversation__in=shared)
    speakers = _speakers(turns)
    count = turns.count()
    _drop(turns)
    emptied = _renew(talks - shared)
    _drop_speakers(speakers)
    return Undone(count, emptied, _drop_people(account), len(shared))


def _let_go(account: models.Import, talks: set[int]) -> set[int]:
    """Return the talks that colleagues hold, too, having let go of them."""
    if account.member_id is None:
        return set()
    held = models.Holding.objects.filter(conversation__in=talks)
    shared = set(held.exclude(member=account.member_id).values_list("conversation_id", flat=True))
    held.filter(member=account.member_id, conversation__in=shared).delete()
    return shared


def _speakers(turns: QuerySet[models.Turn]) -> set[int]:
    spoke = set(turns.values_list("speaker_id", flat=True))
    received = models.Recipient.objects.filter(turn__in=turns)
    return spoke | set(received.values_list("speaker_id", flat=True))


def _drop(turns: QuerySet[models.Turn]) -> None:
    models.PreparedQuestion.objects.filter(quotes__turn__in=turns).delete()
    silence_played_back(turns)
    drop_shared(turns)
    for some in _some(turns.values_list("pk", flat=True)):
        models.Turn.objects.filter(pk__in=some).delete()
    models.Judgement.objects.filter(quotes=None).delete()
    drop_wordless_shared()


def _renew(talks: set[int]) -> int:
    """Remove the talks of which nothing is left, let the others be read again; count the gone."""
    gone = 0
    for some in _some(talks):
        rows = models.Conversation.objects.filter(pk__in=some)
        gone += rows.filter(turns=None).count()
        rows.filter(turns=None).delete()
        for row in rows.all():
            ordered = list(row.turns.order_by("place", "pk"))
            for place, turn in enumerate(ordered):
                turn.place = place
            models.Turn.objects.bulk_update(ordered, ["place"], batch_size=200)
            drop_annotations(row)
            set_times(row, ordered)
            row.reader = ""
            row.save()
    return gone


def _drop_speakers(speakers: set[int]) -> None:
    for some in _some(speakers):
        models.Speaker.objects.filter(pk__in=some, turns=None, received=None).delete()


def _drop_people(account: models.Import) -> int:
    """Remove whom it made known and of whom nothing else is kept; return how many."""
    known = models.Person.objects.filter(
        brought__report=account,
        speakers=None,
        judgements=None,
        preparations=None,
        checkbacks=None,
        ledger=None,
        noted=None,
    )
    pks = list(known.values_list("pk", flat=True))
    models.Person.objects.filter(pk__in=pks).delete()
    drop_orphaned_fits()
    return len(pks)


def _some(pks: Iterable[int]) -> Iterable[list[int]]:
    every = list(pks)
    return [every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE)]
