"""When people were last heard, noted with them whenever their turns or their voices change."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Max
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.viewing import seen_by


def note_heard(people: Iterable[int | None]) -> None:
    """Work out anew when these people, by primary key, last spoke. In the caller's transaction.

    All turns count, those too which whoever changes something does not see.
    """
    wanted = {each for each in people if each is not None}
    if wanted:
        with seen_by(None):
            _note(wanted)


def _note(wanted: set[int]) -> None:
    spoken = models.Turn.objects.filter(speaker__person__in=wanted)
    last = dict(
        spoken.order_by()
        .values_list("speaker__person")
        .annotate(last=Max(Coalesce("at", "conversation__started_at")))
    )
    for pk, noted in models.Person.objects.filter(pk__in=wanted).values_list("pk", "heard_at"):
        if last.get(pk) != noted:
            models.Person.objects.filter(pk=pk).update(heard_at=last.get(pk))
