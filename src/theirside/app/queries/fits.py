"""Decisions on fits read back."""

from __future__ import annotations

from theirside.app import models
from theirside.app.store import explained
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
    if person is not None:
        rows = rows.filter(subjects__person__public=person.id)
    found = list(rows)
    people: dict[int, list[str]] = {}
    of_these = about.filter(decision__in=[row.pk for row in found])
    for decision, public in of_these.values_list("decision", "person__public"):
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
        for row in found
    ]
