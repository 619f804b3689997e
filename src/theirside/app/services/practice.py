"""Keeping what was practised: the task given, done or put aside, and a line about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from theirside.app import models
from theirside.app.rows import clip, storable
from theirside.app.services.forgotten import silenced
from theirside.app.services.judging import turn_of
from theirside.app.services.withdrawn import Hashes, blotted
from theirside.app.store import explained, writing
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.purpose.choosing import Chosen, Outcome


@explained
def give_task(seller: str, day: date, chosen: Chosen) -> None:
    """Keep that one of us was given a task on a day."""
    because = chosen.because
    with writing():
        models.Practised.objects.create(
            seller=clip(seller),
            day=day,
            task=chosen.task.id,
            outcome=Outcome.OPEN,
            sign=because.sign.id if because else "",
            talks=because.talks if because else 0,
            of=because.of if because else 0,
            at=timezone.now(),
        )


@explained
def keep_shown(seller: str, day: date, task: str, words: Sequence[Quote]) -> None:
    """Keep in which words the sign shows that called for a task. Raises ``NotFoundError``."""
    with writing():
        row = _row(seller, day, task)
        row.quotes.all().delete()
        models.PractisedQuote.objects.bulk_create(
            models.PractisedQuote(practised=row, turn=turn_of(each), start=each.start, end=each.end)
            for each in words
        )
        row.shown = True
        row.save(update_fields=["shown"])


@explained
def finish_task(seller: str, day: date, task: str, note: str = "") -> None:
    """Say that the task given on a day was done; a note takes the place of an earlier one.

    Raises ``NotFoundError`` where no such task was given.
    """
    with writing():
        row = _row(seller, day, task)
        row.outcome = Outcome.DONE
        if note.strip():
            row.note = _kept(note.strip())
        row.save()


@explained
def put_task_aside(seller: str, day: date, task: str) -> None:
    """Say that the task given on a day is not for now. Raises ``NotFoundError``."""
    with writing():
        row = _row(seller, day, task)
        row.outcome = Outcome.SKIPPED
        row.save()


def _row(seller: str, day: date, task: str) -> models.Practised:
    rows = models.Practised.objects.filter(seller=clip(seller), day=day, task=task)
    found = rows.order_by("-pk").first()
    if found is None:
        raise NotFoundError(f"{task!r} was not given on {day}; `theirside practice` shows today's")
    return found


def _kept(note: str) -> str:
    """Return a note as it may be kept: without whoever was forgotten, and what was withdrawn."""
    [told] = silenced([storable(note)])
    return blotted(told, Hashes.stored().spans(told))
