"""The turns of a thread in the order they were written."""

from __future__ import annotations

from theirside.intake.mail.index import Place


def in_order(places: list[Place]) -> list[Place]:
    """Return the letters by time; one without a time after the one that it answers.

    ``places`` comes by time already, those without one last.
    """
    ordered = [place for place in places if place.at is not None]
    for place in places[len(ordered) :]:
        ordered.insert(_position(place, ordered), place)
    return ordered


def _position(place: Place, ordered: list[Place]) -> int:
    for number, other in enumerate(ordered):
        if other.node == place.parent:
            return number + 1
    for number, other in enumerate(ordered):
        if other.parent == place.node:
            return number
    return len(ordered)
