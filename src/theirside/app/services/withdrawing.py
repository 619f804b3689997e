"""Erasing a statement for good because the customer asked for it.

The words that it rests on are made unreadable wherever they stand (in the turn, in what others
quote of it, in subjects, judgements and check-backs), what was read and judged of them goes, and
salted hashes keep them out of later imports. Questions prepared because of them go, too. What
remains is that something was withdrawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from django.db.models import JSONField, Model

from theirside.app import models
from theirside.app.queries.traces import name_of, rows_of, tables, texts
from theirside.app.services.forgetting import overwrite_freed
from theirside.app.services.gleaning import drop_gleaned_of
from theirside.app.services.withdrawn import Hashes, blotted, remember_withdrawn
from theirside.app.services.workspace import workspace_row
from theirside.app.store import explained, writing

Place = tuple[models.Turn, int, int]


def withdraw(places: Sequence[Place], said: Iterable[str]) -> int:
    """Erase the words at these places, and the statements ``said`` that were made of them.

    To be called in a transaction; ``overwrite`` afterwards. Returns in how many texts something
    was made unreadable.
    """
    salt = workspace_row().salt
    for turn, start, end in places:
        remember_withdrawn([turn.text[start:end]], turn.key, salt)
    remember_withdrawn(said, "", salt)
    for turn, start, end in places:
        _drop_read(turn.pk, start, end)
    return blot_withdrawn()


def blot_withdrawn() -> int:
    """Make unreadable whatever was withdrawn, in every text of the store; return in how many."""
    hashes = Hashes.stored()
    count = 0
    for model in tables():
        keys = dict(models.Turn.objects.values_list("pk", "key")) if model is models.Turn else {}
        for pk, column, text in list(texts(rows_of(model))):
            if column == "key":
                continue
            spans = hashes.spans(text, keys.get(pk, ""))
            if spans:
                _blot(model, pk, column, blotted(text, spans))
                count += 1
            if model is models.Turn and column == "text":
                for start, end in spans:
                    _drop_read(pk, start, end)
    return count


def _blot(model: type[Model], pk: int, column: str, text: str) -> None:
    field = model._meta.get_field(column)  # noqa: SLF001
    value = json.loads(text) if isinstance(field, JSONField) else text
    rows_of(model).filter(pk=pk).update(**{column: value})


def _drop_read(turn: int, start: int, end: int) -> None:
    """Drop what was read and judged of these characters of a turn."""
    here = {"start__lt": end, "end__gt": start}
    drop_gleaned_of([turn])
    models.Annotation.objects.filter(turn=turn, **here).delete()
    models.LedgerMark.objects.filter(turn=turn, **here).delete()
    judged = models.JudgementQuote.objects.filter(turn=turn, **here)
    models.Judgement.objects.filter(pk__in=judged.values("judgement")).delete()
    models.Mark.objects.filter(turn=turn, **here).delete()
    prepared = models.PreparedQuote.objects.filter(turn=turn, **here)
    models.PreparedQuestion.objects.filter(pk__in=prepared.values("question")).delete()
    shared = models.SharedQuote.objects.filter(turn=turn, **here)
    models.SharedMoment.objects.filter(pk__in=shared.values("shared")).delete()
    played = models.CheckbackQuote.objects.filter(turn=turn, **here)
    models.CheckbackStatement.objects.filter(pk__in=played.values("statement")).update(
        shown="", text=""
    )
    played.delete()
    models.ShelfAnswer.objects.filter(turn=turn, **here).update(turn=None, facet="")


@explained
def overwrite() -> bool:
    """Let the database files go of the erased bytes; say whether they hold none any more."""
    with writing():
        pass  # nobody else is in the midst of a change
    return overwrite_freed()


@explained
def traces_of_withdrawn() -> list[str]:
    """Return where withdrawn words still stand (``turn 12: text``): empty, or it failed."""
    hashes = Hashes.stored()
    keys = dict(models.Turn.objects.values_list("pk", "key"))
    return [
        f"{name_of(model)} {pk}: {column}"
        for model in tables()
        for pk, column, text in texts(rows_of(model))
        if column != "key" and hashes.spans(text, keys.get(pk, "") if model is models.Turn else "")
    ]
