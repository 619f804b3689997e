"""Facets as data: what can be understood of a person, and what one may ask where it is unknown.

Each file in ``facets/`` is one facet: its words for people, how long what is known of it counts
as recent, and the questions worth asking, with the conditions under which each one fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import files_in, filled, made

FOLDER = Path(__file__).parent / "facets"


@dataclass(frozen=True, slots=True)
class When:
    """When a question fits; every condition that is given must hold. Facets go by their ids.

    ``known``: something current is known of that facet (its newest quote fills ``{words}``).
    ``words``: that quote has one of these words in it. ``times``: so many things of that facet are
    known. ``again``: one and the same of them was said at least so often.
    ``unknown``: nothing is known of that facet.
    """

    known: str = ""
    words: tuple[str, ...] = ()
    times: int = 1
    again: int = 1
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that one may ask about a facet, and why; ``{words}`` stands for their words."""

    id: str
    text: str
    why: str
    when: When
    fires: tuple[tuple[str, ...], ...] = ()
    silent: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet. ``fresh_for`` is in months; ``weight`` (0..1) says how much it matters to know.

    With ``one_at_a_time`` another figure or date for the same matter takes the older one's place.
    ``order`` is its place in a brief; ``group`` the part of the brief that it stands in.
    """

    id: str
    name: str
    heading: str
    group: str
    order: int
    definition: str
    why: str
    practice: tuple[str, ...]
    source: str
    fresh_for: int
    weight: float
    one_at_a_time: bool
    questions: tuple[Ask, ...]


@lru_cache(maxsize=1)
def facets() -> Mapping[str, Facet]:
    """Return all facets by id, in the order of the brief. Read once."""
    found = [made(path, _facet) for path in files_in(FOLDER)]
    return {facet.id: facet for facet in sorted(found, key=lambda facet: (facet.order, facet.id))}


def _facet(content: Mapping[str, Any]) -> Facet:
    asks = tuple(_ask(content["id"], ask) for ask in content["questions"])
    return filled(Facet, content, questions=asks)


def _ask(facet: str, content: Mapping[str, Any]) -> Ask:
    examples = content.get("examples", {})
    return filled(
        Ask,
        content,
        beside=("examples",),
        id=f"{facet}.{content['id']}",
        when=filled(When, content.get("when", {"unknown": facet})),
        fires=tuple(map(tuple, examples.get("fires", ()))),
        silent=tuple(map(tuple, examples.get("silent", ()))),
    )
