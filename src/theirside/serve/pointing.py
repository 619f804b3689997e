"""Where to point people whom the offer does not fit, and for which of their needs.

Competitors are no exception. A place is named where its own words, or what it is for, are what the
need or the limit of ours speaks of; no place is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from theirside.serve.fit import AGAINST, Pointer, Verdict, Weighed
from theirside.serve.matching import place_of
from theirside.understand.offer import Offer, PointTo
from theirside.understand.words import stems_of

ENOUGH = 2
"""Content words that what a place is for must share with the need and the line against us."""


def pointers(needs: Sequence[Weighed], offer: Offer) -> list[Pointer]:
    """Return the places that would help with what we can't do, those for most needs first."""
    short = [
        each
        for each in needs
        if not each.waits and each.verdict in {Verdict.NOT_MET, Verdict.PARTLY} and _against(each)
    ]
    found: dict[str, tuple[PointTo, list[Weighed]]] = {}
    for each in short:
        best = max(offer.point_to, key=lambda to: _shared(each, to), default=None)
        if best is not None and _shared(each, best) >= ENOUGH:
            found.setdefault(best.name, (best, []))[1].append(each)
    made = [Pointer(to, tuple(n.need.id for n in fits), to.fits) for to, fits in found.values()]
    return sorted(made, key=lambda pointer: -len(pointer.needs))


def _against(each: Weighed) -> str:
    lines = [match.line.statement for match in each.matches if match.line.kind in AGAINST]
    return " ".join(dict.fromkeys(lines))


def _shared(each: Weighed, to: PointTo) -> int:
    """Return how many content words a place shares; its own words count double."""
    ours = stems_of(f"{each.need.statement} {_against(each)}")
    named = sum(place_of(each.need.statement, phrase) is not None for phrase in to.words)
    return len(ours & stems_of(to.fits)) + ENOUGH * named


def named(pointed: Sequence[Pointer]) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the places by need."""
    by_need: dict[str, tuple[str, ...]] = {}
    for pointer in pointed:
        for need in pointer.needs:
            by_need[need] = (*by_need.get(need, ()), pointer.to.name)
    return by_need
