"""Turns removed with what hung on them alone: talks, speakers, people of whom nothing is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from theirside.app import models
from theirside.app.services.annotating import drop_annotations
from theirside.app.services.fits import drop_orphaned_fits
from theirside.app.services.forgetting import silence_played_back
from theirside.app.services.heard import note_heard, note_where
from theirside.app.services.keeping import set_times
from theirside.app.services.team_kit import drop_shared, drop_wordless_shared
from theirside.app.services.waiting import look_anew

_AT_ONCE = 500


def remove_turns(turns: QuerySet[models.Turn]) -> tuple[int, int, set[int]]:
    """Remove turns with what was read, judged, prepared and shared of them.

    A talk of which nothing is left goes; one that stays is read again. Returns how many turns and
    whole talks went, and the people (primary keys) who spoke in them or were written to.
    """
    talks = set(turns.values_list("conversation_id", flat=True))
    speakers = _speakers(turns)
    rows = models.Speaker.objects.filter(pk__in=speakers, person__isnull=False)
    people = {pk for pk in rows.values_list("person_id", flat=True) if pk is not None}
    count = turns.count()
    models.PreparedQuestion.objects.filter(quotes__turn__in=turns).delete()
    silence_played_back(turns)
    drop_shared(turns)
    for some in _some(turns.values_list("pk", flat=True)):
        models.Turn.objects.filter(pk__in=some).delete()
    models.Judgement.objects.filter(quotes=None).delete()
    drop_wordless_shared()
    gone = _renew(talks)
    for some in _some(speakers):
        models.Speaker.objects.filter(pk__in=some, turns=None, received=None).delete()
    note_heard(people)
    note_where(people)
    return count, gone, people


def remove_people(people: Iterable[int]) -> int:
    """Remove those of these people of whom nothing is kept any more; return how many."""
    left = models.Person.objects.filter(
        pk__in=set(people),
        speakers=None,
        judgements=None,
        preparations=None,
        checkbacks=None,
        ledger=None,
        noted=None,
    )
    pks = list(left.values_list("pk", flat=True))
    models.Person.objects.filter(pk__in=pks).delete()
    drop_orphaned_fits()
    return len(pks)


def _speakers(turns: QuerySet[models.Turn]) -> set[int]:
    spoke = set(turns.values_list("speaker_id", flat=True))
    received = models.Recipient.objects.filter(turn__in=turns)
    return spoke | set(received.values_list("speaker_id", flat=True))


def _renew(talks: set[int]) -> int:
    """Remove the talks of which nothing is left, let the others be read again; count the gone."""
    gone = 0
    for some in _some(talks):
        rows = models.Conversation.objects.filter(pk__in=some)
        empty = list(rows.filter(turns=None).values_list("pk", flat=True))
        models.Conversation.objects.filter(pk__in=empty).delete()
        gone += len(empty)
        for row in rows.all():
            ordered = list(row.turns.order_by("place", "pk"))
            for place, turn in enumerate(ordered):
                turn.place = place
            models.Turn.objects.bulk_update(ordered, ["place"], batch_size=200)
            drop_annotations(row)
            set_times(row, ordered)
            row.reader = ""
            row.save()
        look_anew(some)
    return gone


def _some(pks: Iterable[int]) -> Iterator[list[int]]:
    every = list(pks)
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
