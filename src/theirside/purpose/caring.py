"""What to be careful about with somebody: tastes, irritants, the last feeling, open pushback."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from theirside.purpose.wants import Care, CareKind
from theirside.understand.moments import seconds
from theirside.understand.phrases import phrases, plain
from theirside.understand.understanding import Observation, Pushback, Understanding
from theirside.understand.words import gist, stems_of

TASTES = 3
IRRITANTS = 2
PUSHBACKS = 2
RECENT = 200
"""Days for which a feeling, or a pushback that we passed over, is still brought up."""
_DAY = 86400


def careful_about(understanding: Understanding) -> list[Care]:
    """Return what to be careful about; nothing of a special category is among what it is given."""
    current = understanding.current
    shown: set[str] = set()
    found: list[Care] = []
    for each in (
        *_observed(current, CareKind.TASTE, TASTES),
        *_observed(current, CareKind.IRRITANT, IRRITANTS),
        *_feeling(understanding),
        *_pushback(understanding),
    ):
        if each.words not in shown:
            shown.add(each.words)
            found.append(each)
    return found


def _observed(current: Iterable[Observation], kind: CareKind, most: int) -> list[Care]:
    """Return the newest of a facet, their own words before what others say of them."""
    # Of whom "as they tell it of her" speaks is not this person.
    of_facet = [each for each in current if each.facet == kind and not each.holder]
    of_facet.sort(key=lambda each: (bool(each.said_by), -seconds(each.last_at)))
    return [_care(kind, each) for each in of_facet[:most]]


def _care(kind: CareKind, each: Observation) -> Care:
    return Care(kind, plain(each.statement), each.evidence, each.last_at, each.said_by)


def _feeling(understanding: Understanding) -> list[Care]:
    """Return the last feeling that they showed, where that is not long ago."""
    last = _observed(understanding.current, CareKind.FEELING, 1)
    return [each for each in last if not each.said_by and _is_recent(each.at, understanding)]


def _is_recent(at: datetime | None, understanding: Understanding) -> bool:
    if at is None or understanding.last_at is None:
        return True
    return seconds(understanding.last_at) - seconds(at) <= RECENT * _DAY


def _pushback(understanding: Understanding) -> Iterator[Care]:
    open_ones = [
        each
        for each in reversed(understanding.pushback)
        if not is_taken_up(each) and _is_recent(each.at, understanding)
    ]
    for each in open_ones[:PUSHBACKS]:
        words = plain(each.evidence[0].text)
        yield Care(CareKind.PUSHBACK, words, each.evidence, each.at, note=each.kind)


def is_taken_up(pushback: Pushback) -> bool:
    """Say whether our answer acknowledges a pushback, asks, or comes back to what it says."""
    said = " ".join(each.text for each in pushback.answer)
    if not said or "?" in said:
        return bool(said)
    wanted = frozenset().union(*(gist(each.text).stems for each in pushback.evidence))
    return bool(phrases().acknowledging.search(said)) or bool(wanted & stems_of(said))
