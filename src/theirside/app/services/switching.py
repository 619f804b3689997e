"""Switching rules and packs of the review, for everybody or for one person."""

from __future__ import annotations

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.people import row_of
from theirside.app.store import writing
from theirside.care.review.rule import find_rules
from theirside.understand.understanding import Person


def switch(rule: str, *, on: bool, person: Person | None = None) -> None:
    """Switch a rule or pack on or off, in place of what was switched before.

    Raises ``NotFoundError`` where there is no such rule, pack or person.
    """
    find_rules(rule)
    with writing():
        row = row_of(person) if person else None
        found = models.Switch.objects.filter(rule=rule, person=row)
        if not found.update(on=on, at=timezone.now()):
            models.Switch.objects.create(rule=rule, person=row, on=on, at=timezone.now())


def switch_back(rule: str, person: Person | None = None) -> bool:
    """Take a switch back; say whether there was one. Raises ``NotFoundError``."""
    find_rules(rule)
    with writing():
        row = row_of(person) if person else None
        deleted, _ = models.Switch.objects.filter(rule=rule, person=row).delete()
    return bool(deleted)
