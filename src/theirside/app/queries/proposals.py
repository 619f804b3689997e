"""Who is likely one person with whom: proposed from all that is stored, for the user to decide."""

from __future__ import annotations

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.store import explained
from theirside.understand.likeness import likely_same
from theirside.understand.people import Proposal


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


def _together() -> dict[str, set[str]]:
    """Return the ids of the people who spoke in each conversation."""
    spoke = models.Turn.objects.filter(speaker__person__isnull=False)
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
