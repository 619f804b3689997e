"""From what was heard to observations: repetitions joined, changes and contradictions shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from theirside.understand.grouping import Group, groups_of
from theirside.understand.heard import Heard
from theirside.understand.judgements import Judged, made_at
from theirside.understand.moments import earliest, latest
from theirside.understand.phrases import plain
from theirside.understand.turning import turn_round
from theirside.understand.understanding import Judgement, Observation, Status

CERTAIN = 0.99
"""No number of quotes makes us surer than this; only the customer does."""


def observations_from(judged: Judged) -> list[Observation]:
    """Return everybody's observations, the oldest first within each person and facet."""
    groups = groups_of(judged.heard, judged.dropped, judged.corrected)
    turn_round(groups)
    ids = _ids(groups)
    return [_observation(group, ids, judged.of) for group in groups]


def _ids(groups: Sequence[Group]) -> Mapping[Group, str]:
    ids: dict[Group, str] = {}
    taken: set[str] = set()
    for group in groups:
        first, again = group.heard[0], 0
        while (made := observation_id(first, again)) in taken:  # the same words twice in a turn
            again += 1
        taken.add(made)
        ids[group] = made
    return ids


def person_mark(person: str) -> str:
    """Return the three hexadecimal digits with which the ids of a person's observations begin.

    They tell whose observation an id is without understanding everybody.
    """
    return blake2b(person.encode(), digest_size=2).hexdigest()[:3]


def observation_id(first: Heard, again: int = 0) -> str:
    """Return the id (8 hexadecimal digits) that person and first evidence give an observation."""
    place = first.quote
    parts = [first.facet, place.conversation, first.turn_id, place.text]
    parts += [str(again)] if again else []
    told = blake2b("\x1f".join(parts).encode(), digest_size=3).hexdigest()[:5]
    return person_mark(first.person) + told


def _observation(
    group: Group, ids: Mapping[Group, str], judgements: Mapping[Heard, Sequence[Judgement]]
) -> Observation:
    first, newest = group.heard[0], group.heard[-1]
    made = Observation(
        id=ids[group],
        person=first.person,
        facet=first.facet,
        statement=plain(newest.quote.text),
        evidence=tuple(dict.fromkeys(each.quote for each in group.heard)),
        status=Status.HEARD,
        probability=probability_of(group.heard),
        first_at=earliest(each.at for each in group.heard),
        last_at=latest(each.at for each in group.heard),
        said_by=first.said_by,
        holder=first.holder,
        replaced_by=ids[group.replaced_by] if group.replaced_by is not None else "",
        contradicts=tuple(sorted(ids[other] for other in group.contradicts)),
    )
    said = [j for each in group.heard for j in judgements.get(each, ())] if judgements else []
    return _judged(made, said, dropped=group.dropped)


def probability_of(heard: Sequence[Heard]) -> float:
    """Return how sure several sentences make us together (0..0.99), each turn counting once."""
    surest: dict[tuple[str, int], float] = {}
    for each in heard:
        turn = (each.quote.conversation, each.quote.turn)
        surest[turn] = max(each.probability, surest.get(turn, 0.0))
    doubt = 1.0
    for probability in surest.values():
        doubt *= 1.0 - probability
    return round(min(CERTAIN, 1.0 - doubt), 4)


def _judged(made: Observation, said: Sequence[Judgement], *, dropped: bool) -> Observation:
    if dropped:
        at = latest(each.at for each in said)
        return replace(made, status=Status.WITHDRAWN, judged_at=at)
    if not said:
        return made
    last = max(said, key=made_at)
    if last.status is Status.CORRECTED and last.text.strip():
        made = replace(made, statement=last.text.strip())
    return replace(made, status=last.status, judged_at=last.at)
