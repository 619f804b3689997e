"""Decisions on fits read back."""

from __future__ import annotations

from theirside.app import models
from theirside.app.store import explained
from theirside.serve.decisions import Decided
from theirside.serve.fit import Decision
from theirside.understand.understanding import Person


@explained
def fit_decisions(person: Person | None = None) -> list[Decided]:
    """Return what was decided, the earliest first: of everybody, or of one person."""
    rows = models.FitDecision.objects.order_by("at", "pk")
    if person is not None:
        rows = rows.filter(subjects__person__public=person.id)
    people: dict[int, list[str]] = {}
    about = models.FitSubject.objects.filter(decision__in=rows).order_by("pk")
    for decision, public in about.values_list("decision", "person__public"):
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
