"""When people were last heard, as far as whoever looks may see."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, Max, OuterRef, QuerySet, Subquery

from theirside.app import models
from theirside.app.access import held_for
from theirside.app.rows import time_of
from theirside.app.viewing import viewer


def last_heard(people: QuerySet[models.Person]) -> dict[int, datetime | None]:
    """Return when each of these people, by primary key, was last heard; one query."""
    if viewer() is None:
        noted = people.values_list("pk", "heard_at")
        return {pk: time_of(at, 0) for pk, at in noted}
    there = models.TakingPart.objects.filter(person__in=people)
    seen = there.values_list("person").annotate(last=Max("last_at"))
    return {pk: time_of(at, 0) for pk, at in seen}


def heard_as() -> str:
    """Return the name of the column that says when somebody was last heard.

    What is noted with each person tells of all talks, so it is not for those who see only some.
    """
    who = viewer()
    return "heard_at" if who is None or held_for(who) is None else "seen_at"


def last_heard_first(people: QuerySet[models.Person]) -> QuerySet[models.Person]:
    """Return these people in order; whoever was never heard comes last.

    The column is called as ``heard_as`` says.
    """
    if heard_as() == "heard_at":
        return people.order_by(F("heard_at").desc(nulls_last=True), "pk")
    there = models.TakingPart.objects.filter(person=OuterRef("pk"))
    last = there.values("person").annotate(last=Max("last_at")).values("last")
    return people.annotate(seen_at=Subquery(last)).order_by(
        F("seen_at").desc(nulls_last=True), "pk"
    )
