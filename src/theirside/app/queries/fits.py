"""Decisions on fits read back."""

from __future__ import annotations

from theirside.app import models
from theirside.app.store import explained
from theirside.app.viewing import viewer
from theirside.serve.decisions import Decided
from theirside.serve.fit import Decision
from theirside.understand.understanding import Person


@explained
def fit_decisions(person: Person | None = None) -> list[Decided]:
    """Return what was decided, the earliest first: of everybody, or of one person.

    Whoever looks is told only of people whom they see.
    """
    rows = models.FitDecision.objects.order_by("at", "pk")
    about = models.FitSubject.objects.order_by("pk")
    if viewer() is not None:
        about = about.filter(person__in=models.Person.objects.all())
        rows = rows.filter(pk__in=about.values("decision"))
    if person is not None:
        rows = rows.filter(subjects__person__public=person.id)
    people: dict[int, list[str]] = {}
    for decision, public in about.filter(decision__in=rows).values_list(
        "decision", "person__public"
    ):
        people.setdefault(decision, []).append(public)
    return [
        Decided(
            subject=row.subject,
            people=tuple(people.get(row.pk, ())),
            decision=Decision(row.decision),
            because=row.because,
            pointed_to=row.pointed_to,
            look_again=row.look_again,
            proposed=Decision(row.proposed) if row.proposed else None,
            at=row.at,
        )
        for row in rows
    ]
