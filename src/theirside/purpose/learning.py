"""What a talk added to an understanding: new, changed, or said again."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.purpose.debrief import Learnt, News
from theirside.understand.understanding import Observation, Understanding


def learnt_from(
    conversation: str, first: int, before: Understanding, after: Understanding
) -> Iterator[Learnt]:
    """Yield what the turns from ``first`` on of a conversation gave, what is new first."""
    known = {each.id for each in before.observations}
    replaced: dict[str, Observation] = {}
    for each in after.observations:
        if each.replaced_by:
            replaced[each.replaced_by] = each
    found = [
        made
        for each in after.current
        if (made := _learnt(each, conversation, first, known, replaced)) is not None
    ]
    order = list(News)
    yield from sorted(found, key=lambda each: order.index(each.news))


def _learnt(
    each: Observation,
    conversation: str,
    first: int,
    known: set[str],
    replaced: dict[str, Observation],
) -> Learnt | None:
    here = [one for one in each.evidence if one.conversation == conversation and one.turn >= first]
    if not here:
        return None
    earlier = replaced.get(each.id)
    if each.id in known:
        return Learnt(each, News.AGAIN, here[-1])
    if earlier is not None and earlier.id in known:
        return Learnt(each, News.CHANGED, here[-1], earlier.statement)
    if set(each.contradicts) & known:
        return Learnt(each, News.CHANGED, here[-1])
    return Learnt(each, News.NEW, here[-1])
