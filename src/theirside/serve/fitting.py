"""The whole way: what is understood of somebody, held against the offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from theirside.serve.fit import Fit, Line, Need
from theirside.serve.lines import lines_of
from theirside.serve.meaning import Meaning, by_words_only
from theirside.serve.pointing import pointers
from theirside.serve.priorities import strength
from theirside.serve.proposing import propose, speaks_against
from theirside.serve.waiting import day_named, is_waiting
from theirside.serve.weighing import merged, weigh
from theirside.understand.offer import Offer
from theirside.understand.understanding import Understanding

FACETS = ("goal", "pain", "criterion", "constraint")
"""What counts as a need."""


def fit(
    subject: str,
    understood: Iterable[Understanding],
    offer: Offer,
    *,
    today: date,
    meaning: Meaning = by_words_only,
) -> Fit:
    """Return the needs of a person, or of the people of a company, against the offer.

    ``meaning`` tells likeness beyond the offer's words; ``today`` is what waiting is measured by.
    """
    needs = [need for each in understood for need in needs_of(each, today)]
    lines = lines_of(offer)
    alike = meaning([need.statement for need in needs], [line.statement for line in lines])
    weighed = merged([weigh(need, offer, lines, _row(alike, need, lines), today) for need in needs])
    return Fit(
        subject,
        offer.name,
        tuple(weighed),
        tuple(speaks_against(weighed)),
        propose(weighed),
        tuple(pointers(weighed, offer)),
    )


def _row(
    alike: Mapping[tuple[str, str], float], need: Need, lines: Sequence[Line]
) -> dict[str, float]:
    return {line.statement: alike.get((need.statement, line.statement), 0.0) for line in lines}


def needs_of(understanding: Understanding, today: date) -> list[Need]:
    """Return what a person needs, as far as it holds on a day."""
    made = [
        Need(
            each.id,
            understanding.person.name,
            each.facet,
            each.statement,
            each.evidence,
            each.probability,
            own=not each.said_by and not each.holder,
            strength=strength(each.statement),
            at=each.last_at,
        )
        for each in understanding.current
        if each.facet in FACETS
    ]
    return [need for need in made if not _has_passed(need, today)]


def _has_passed(need: Need, today: date) -> bool:
    """Say whether a need was only to wait for a day that they named, which has come."""
    if need.facet != "constraint" or need.at is None or not is_waiting(need.statement):
        return False
    named = day_named(need.statement, need.at.date())
    return named is not None and named <= today
