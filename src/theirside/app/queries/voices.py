"""What a person goes by in the sources: each address, phone or bare name, and how often."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from theirside.app import models
from theirside.app.store import explained
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class VoiceSummary:
    """One address, phone or bare name of a person: the ``names`` with it, and in how many talks."""

    label: str
    names: tuple[str, ...]
    talks: int
    turns: int


@explained
def voices_of(person: Person) -> list[VoiceSummary]:
    """Return what a person goes by, the most heard first; what only a contact card has comes last.

    Each label is one that ``services.split`` takes.
    """
    rows = (
        models.Speaker.objects.filter(person__public=person.id)
        .annotate(n=Count("turns"), talks=Count("turns__conversation", distinct=True))
        .values_list("email", "phone", "name", "n", "talks")
    )
    found: dict[str, tuple[list[str], int, int]] = {}
    for email, phone, name, turns, talks in rows:
        names, heard, of_talks = found.get(email or phone or name, ([], 0, 0))
        if name and name not in names and (email or phone):
            names = [*names, name]
        found[email or phone or name] = (names, heard + turns, of_talks + talks)
    for reached in (*person.emails, *person.phones):
        found.setdefault(reached, ([], 0, 0))
    made = [
        VoiceSummary(label, tuple(n), talks, turns) for label, (n, turns, talks) in found.items()
    ]
    return sorted((each for each in made if each.label), key=lambda each: (-each.turns, each.label))
