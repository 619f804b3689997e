"""Keeping what was decided on a fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.people import row_of
from theirside.app.rows import clip, storable
from theirside.app.services.screening import refuse_special
from theirside.app.store import explained, writing
from theirside.serve.decisions import Decided
from theirside.serve.fit import Decision
from theirside.understand.understanding import Person


@explained
def decide_fit(
    subject: str,
    people: Sequence[Person],
    decision: Decision,
    because: str,
    *,
    pointed_to: str = "",
    look_again: date | None = None,
    proposed: Decision | None = None,
) -> Decided:
    """Keep what somebody decided on a person or company; earlier decisions stay beside it.

    Raises ``NotFoundError`` where one of the people is gone, ``ValueError`` without a reason or
    without people, ``NotKeptError`` where the reason touches a special category.
    """
    if not because.strip() or not people:
        raise ValueError("a decision needs its reason, and somebody whom it is about")
    refuse_special("the reason", because)
    refuse_special("where they were pointed", pointed_to)
    with writing():
        row = models.FitDecision.objects.create(
            subject=clip(storable(subject), 255),
            decision=decision,
            proposed=proposed or "",
            because=storable(because.strip()),
            pointed_to=storable(pointed_to.strip()),
            look_again=look_again,
            at=timezone.now(),
        )
        models.FitSubject.objects.bulk_create(
            models.FitSubject(decision=row, person=row_of(person)) for person in people
        )
    return Decided(
        row.subject,
        tuple(person.id for person in people),
        decision,
        row.because,
        row.pointed_to,
        look_again,
        proposed,
        row.at,
    )


def move_fits(first: models.Person, second: models.Person) -> None:
    """Let the second's decisions be the first's, who is the same person."""
    held = first.fits.values_list("decision", flat=True)
    second.fits.exclude(decision__in=list(held)).update(person=first)


def drop_orphaned_fits() -> None:
    """Erase the decisions that are about nobody any more, because they were forgotten."""
    models.FitDecision.objects.filter(subjects=None).delete()
