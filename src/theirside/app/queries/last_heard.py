"""When people were last heard, as far as whoever looks may see."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.rows import time_of
from theirside.app.viewing import viewer

_LAST = Max(Coalesce("at", "conversation__started_at"))


def last_heard(people: QuerySet[models.Person]) -> dict[int, datetime | None]:
    """Return when each of these people, by primary key, was last heard; one query."""
    if viewer() is None:
        noted = people.values_list("pk", "heard_at")
        return {pk: time_of(at, 0) for pk, at in noted}
    spoken = models.Turn.objects.filter(speaker__person__in=people).order_by()
    seen = spoken.values_list("speaker__person").annotate(last=_LAST)
    return {pk: time_of(at, 0) for pk, at in seen if pk is not None}


def last_heard_first(people: QuerySet[models.Person]) -> QuerySet[models.Person]:
    """Return these people in order; whoever was never heard comes last.

    What is noted with each person tells of all talks, so it is not for those who see only some.
    """
    if viewer() is None:
        return people.order_by(F("heard_at").desc(nulls_last=True), "pk")
    spoken = models.Turn.objects.filter(speaker__person=OuterRef("pk")).order_by()
    last = spoken.values("speaker__person").annotate(last=_LAST).values("last")
    return people.annotate(seen_at=Subquery(last)).order_by(
        F("seen_at").desc(nulls_last=True), "pk"
    )
