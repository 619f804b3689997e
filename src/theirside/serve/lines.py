"""The offer as lines that a need can be held against."""

from __future__ import annotations

from theirside.serve.fit import Kind, Line
from theirside.understand.offer import Offer


def lines_of(offer: Offer) -> list[Line]:
    """Return the lines of an offer: what it does, what is true of it, costs, limits, wrong for."""
    return [
        *(Line(Kind.CAPABILITY, e.id, e.statement, e.words) for e in offer.capabilities),
        *(Line(Kind.FACT, e.id, e.statement, e.words) for e in offer.facts),
        *(Line(Kind.PRICE, e.id, e.statement, e.words) for e in offer.prices),
        *(Line(Kind.LIMIT, e.id, e.statement, e.words) for e in offer.limits),
        *(Line(Kind.WRONG_FOR, "", e.statement, e.words) for e in offer.wrong_for),
    ]
