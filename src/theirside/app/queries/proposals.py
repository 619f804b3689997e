"""Who is likely one person with whom: proposed from all that is stored, for the user to decide."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from theirside.app import models
from theirside.app.queries.people import persons_of, row_of
from theirside.app.store import explained
from theirside.understand.likeness import likely_same
from theirside.understand.names import fold
from theirside.understand.people import Proposal
from theirside.understand.understanding import Person


@explained
def proposals() -> list[Proposal]:
    """Return the pairs of people who are likely one, the likeliest first; never those split."""
    persons = {person.id: person for person in persons_of(models.Person.objects.all()).values()}
    apart = _split_apart()
    found = likely_same(
        list(persons.values()),
        _together(),
        lambda one, other: frozenset((one, other)) in apart,
    )
    return [
        Proposal(persons[one], persons[other], reason, likelihood)
        for one, other, reason, likelihood in found
    ]


_CIRCLE = 60
"""People around somebody among whom is looked for who is the same."""


@explained
def proposals_for(person: Person) -> list[Proposal]:
    """Return who is likely the same as one person, the likeliest first; never those split.

    Looked at are those of the same company, of the same conversations and with a name in common.
    """
    row = row_of(person)
    near = models.Person.objects.filter(_near(row)).exclude(pk=row.pk).order_by("pk")
    pks = [*near.values_list("pk", flat=True).distinct()[:_CIRCLE], row.pk]
    persons = {
        each.id: each for each in persons_of(models.Person.objects.filter(pk__in=pks)).values()
    }
    apart = _split_apart()
    found = likely_same(
        list(persons.values()), _together(pks), lambda a, b: frozenset((a, b)) in apart
    )
    return [
        Proposal(person, persons[two if one == person.id else one], reason, likelihood)
        for one, two, reason, likelihood in found
        if person.id in (one, two)
    ]


def _near(row: models.Person) -> Q:
    own = models.Key.objects.filter(person=row)
    words = {word for key in own if key.value for word in fold(key.value).split() if len(word) > 2}
    talks = models.Turn.objects.filter(speaker__person=row).values("conversation")
    voices = models.Turn.objects.filter(conversation__in=talks).values("speaker__person")
    query = Q(pk__in=voices)
    if row.company:
        query |= Q(company=row.company)
    for word in sorted(words)[:8]:
        query |= Q(keys__key__startswith=f"name:{word}") | Q(keys__key__endswith=f" {word}")
    return query


def _together(people: Collection[int] | None = None) -> dict[str, set[str]]:
    """Return the ids of the people, or of these, who spoke in each conversation."""
    spoke = models.Turn.objects.filter(speaker__person__isnull=False)
    if people is not None:
        spoke = spoke.filter(speaker__person__in=people)
    pairs = spoke.values_list("conversation__key", "speaker__person__public").distinct()
    together: dict[str, set[str]] = {}
    for conversation, person in pairs.order_by():
        together.setdefault(conversation, set()).add(person)
    return together


def _split_apart() -> set[frozenset[str]]:
    """Return the pairs of ids that a split stands between."""
    decisions = list(models.Decision.objects.filter(kind="split").values_list("first", "second"))
    keys = {key for pair in decisions for key in pair}
    bearers: dict[str, set[str]] = {}
    for key, person in models.Key.objects.filter(key__in=keys).values_list("key", "person__public"):
        bearers.setdefault(key, set()).add(person)
    return {
        frozenset((one, other))
        for first, second in decisions
        for one in bearers.get(first, ())
        for other in bearers.get(second, ())
        if one != other
    }
