"""Who has something open, by what was last looked at; and what was put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.store import explained
from theirside.app.viewing import viewer
from theirside.understand.understanding import Person

LOOKED_FOR = timedelta(days=7)
"""So long, what was found stands when nothing changes: after that quiet times may be over."""
SOON = timedelta(days=7)
LATELY = timedelta(days=45)
"""What was due longer ago than this, or said without a day, no longer comes up by itself."""


@dataclass(frozen=True, slots=True)
class Open:
    """Something open with a person by id: no words, only what sort and when.

    ``talk`` is the id of the conversation in which its last words stand, "" where there is none.
    """

    person: str
    kind: str
    code: str
    on: date | None
    said: date | None
    talk: str = ""
    held: bool = False


@explained
def unlooked(today: date, most: int) -> tuple[list[str], int]:
    """Return the ids of people who want looking at, the latest known first, and how many do.

    While somebody looks, only people whom they see.
    """
    fresh = models.Looked.objects.filter(on__gt=today - LOOKED_FOR, on__lte=today)
    if viewer() is None and models.Person.objects.count() == fresh.count():
        return [], 0  # nearly always, and much sooner known than by looking for somebody
    rows = models.Person.objects.exclude(pk__in=fresh.values("person"))
    found = list(rows.order_by("-heard_at", "-pk").values_list("public", flat=True)[:most])
    return found, rows.count() if len(found) == most else len(found)


@explained
def most_waiting(today: date, most: int) -> list[Open]:
    """Return what is open and matters most now, first things first; two queries.

    What was promised by us and has come due is first, then what comes from them, then questions
    and what comes soon; of equals, what is nearest to today. What was put off is left out.
    """
    since, soon = today - LATELY, today + SOON
    dated = Q(on__gte=since, on__lte=soon)
    rank = Case(
        When(kind="our promise", on__lte=today, then=Value(0)),
        When(on__lte=today, then=Value(1)),
        When(kind="question", then=Value(2)),
        When(on__isnull=False, then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )
    rows = (
        models.Waiting.objects.filter(dated | Q(on=None, said__gte=since), held=False)
        .exclude(code__in=put_off(today))
        .annotate(rank=rank, near=Coalesce("on", "said"))
        .order_by("rank", "-near", "pk")
    )
    found = rows.values_list("person__public", "kind", "code", "on", "said")[:most]
    return [Open(*row) for row in found]


@explained
def dated() -> list[Open]:
    """Return what is open and has a day, the next day first; what is held until then, too."""
    rows = models.Waiting.objects.filter(on__isnull=False).order_by("on", "pk")
    found = rows.values_list("person__public", "kind", "code", "on", "said")
    return [Open(*row) for row in found]


@explained
def put_off(today: date) -> list[str]:
    """Return the numbers of what whoever looks has put off until after today."""
    who = viewer()
    rows = models.NotToday.objects.filter(until__gt=today)
    rows = rows.filter(member=who.member if who is not None else None)
    return list(rows.values_list("code", flat=True))


@explained
def people_with_ids(ids: list[str]) -> dict[str, Person]:
    """Return the people with these ids whom the viewer may see, by id; two queries."""
    found = persons_of(models.Person.objects.filter(public__in=ids))
    return {each.id: each for each in found.values()}


@explained
def heard_or_judged_since(day: date, most: int) -> list[Person]:
    """Return the people who were heard, or of whom something was judged, since a day."""
    judged = models.Judgement.objects.filter(at__date__gte=day).values("person")
    rows = models.Person.objects.filter(Q(heard_at__date__gte=day) | Q(pk__in=judged))
    pks = list(rows.order_by("-heard_at", "-pk").values_list("pk", flat=True)[:most])
    found = persons_of(models.Person.objects.filter(pk__in=pks))
    return [found[pk] for pk in pks]


@explained
def has_people() -> bool:
    """Say whether there is anybody to think of."""
    return models.Person.objects.exists()


@dataclass(frozen=True, slots=True)
class CameBack:
    """A check-back that somebody answered: how many statements they confirmed, set right, took."""

    code: str
    person: str
    at: date
    confirmed: int
    corrected: int
    withdrawn: int


@explained
def came_back(since: date) -> list[CameBack]:
    """Return the check-backs that were answered since a day, the newest first."""
    rows = models.CheckbackStatement.objects.filter(answered_at__date__gte=since)
    found: dict[str, list[models.CheckbackStatement]] = {}
    for row in rows.select_related("checkback__person").order_by("-answered_at", "-pk"):
        found.setdefault(row.checkback.code, []).append(row)
    return [
        CameBack(
            code,
            inside[0].checkback.person.public,
            (inside[0].answered_at or inside[0].checkback.made_at).date(),
            *(
                sum(e.status == how for e in inside)
                for how in ("confirmed", "corrected", "withdrawn")
            ),
        )
        for code, inside in found.items()
    ]
