"""Facets as data: what can be understood of a person, and what one may ask where it is unknown.

Each file in ``facets/`` is one facet: its words for people, how long what is known of it counts
as recent, and the questions worth asking, with the conditions under which each one fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from theirside.errors import SettingsError


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
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = [
        _facet(file.name, yaml.load(file.read_text("utf-8"), loader))  # noqa: S506 (safe loaders)
        for file in (files("theirside.understand") / "facets").iterdir()
        if file.name.endswith(".yaml")
    ]
    return {facet.id: facet for facet in sorted(found, key=lambda facet: (facet.order, facet.id))}


def _facet(file: str, data: Mapping[str, Any]) -> Facet:
    try:
        return Facet(
            id=data["id"],
            name=data["name"],
            heading=data["heading"],
            group=data["group"],
            order=data["order"],
            definition=data["definition"],
            why=data["why"],
            practice=tuple(data["practice"]),
            source=data["source"],
            fresh_for=data["fresh_for"],
            weight=data["weight"],
            one_at_a_time=data["one_at_a_time"],
            questions=tuple(_ask(data["id"], ask) for ask in data["questions"]),
        )
    except (KeyError, TypeError) as error:
        raise SettingsError(
            f"facets/{file}: missing or misshapen: {error}; compare a sibling"
        ) from error


def _ask(facet: str, data: Mapping[str, Any]) -> Ask:
    when = dict(data.get("when", {"unknown": facet}))
    when["words"] = tuple(when.get("words", ()))
    examples = data.get("examples", {})
    return Ask(
        id=f"{facet}.{data['id']}",
        text=data["text"],
        why=data["why"],
        when=When(**when),
        fires=tuple(map(tuple, examples.get("fires", ()))),
        silent=tuple(map(tuple, examples.get("silent", ()))),
    )
