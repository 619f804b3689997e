"""From what was heard to observations: repetitions joined, changes and contradictions shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from theirside.understand.heard import Heard
from theirside.understand.understanding import Observation, Status
from theirside.understand.words import overlap

CERTAIN = 0.99
SAME = 0.6


def observations_from(heard: Iterable[Heard]) -> list[Observation]:
    """Return the observations of everyone, in no promised order."""
    groups: list[list[Heard]] = []
    for each in sorted(heard, key=lambda one: one.order):
        for group in groups:
            if is_same(group[0], each):
                group.append(each)
                break
        else:
            groups.append([each])
    return [observation_of(group) for group in groups]


def is_same(one: Heard, other: Heard) -> bool:
    """Say whether two sentences say the same thing of the same person."""
    if (one.person, one.facet, one.said_by, one.holder) != (
        other.person,
        other.facet,
        other.said_by,
        other.holder,
    ):
        return False
    mine, its = one.gist, other.gist
    return (
        mine.negated == its.negated
        and mine.values == its.values
        and overlap(mine.stems, its.stems) >= SAME
    )


def observation_of(group: Sequence[Heard]) -> Observation:
    """Return the observation that sentences of the same thing, oldest first, make."""
    first, newest = group[0], group[-1]
    times = [each.at for each in group if each.at is not None]
    doubt = 1.0
    for each in group:
        doubt *= 1.0 - each.probability
    return Observation(
        id=observation_id(first),
        person=first.person,
        facet=first.facet,
        statement=" ".join(newest.quote.text.split()),
        evidence=tuple(each.quote for each in group),
        status=Status.HEARD,
        probability=round(min(CERTAIN, 1.0 - doubt), 4),
        first_at=min(times, default=None),
        last_at=max(times, default=None),
        said_by=first.said_by,
        holder=first.holder,
    )


def observation_id(first: Heard) -> str:
    """Return the id (8 hexadecimal digits) that the first evidence gives an observation."""
    place = first.quote
    parts = (first.person, first.facet, place.conversation, first.turn_id, place.text)
    return blake2b("\x1f".join(parts).encode(), digest_size=4).hexdigest()
