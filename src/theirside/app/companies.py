"""What is understood of everybody at a company, worked out from what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from theirside.app import queries
from theirside.app.understanding import understood_each
from theirside.understand.understanding import Person, Understanding

MOST = 12
"""People of a company who are looked at together: those who were heard last."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a company, with what is understood of them and from what."""

    it: Understanding
    inputs: queries.Inputs


@dataclass(frozen=True, slots=True)
class Company:
    """A company's people: those heard last with what is understood of them, and the ``others``."""

    name: str
    members: tuple[Member, ...]
    others: tuple[Person, ...]


def company_known_as(text: str) -> Company:
    """Return the company of that name or domain. Raises ``NotFoundError`` or ``AmbiguousError``."""
    name, people = queries.find_company(text)
    chosen = queries.heard_last(people)
    return Company(name, tuple(_members(chosen[:MOST])), tuple(chosen[MOST:]))


def _members(people: Sequence[Person]) -> list[Member]:
    return [Member(*each) for each in understood_each(people)]
