"""Who is looking: under which name what they write is kept."""

from __future__ import annotations

from dataclasses import dataclass

from theirside.app.viewing import viewer

ME = "me"
"""Whoever works alone, on their own machine."""


@dataclass(frozen=True, slots=True)
class Author:
    """The account that writes, and how it is shown to others ("" where there are no others)."""

    account: str
    name: str


def author() -> Author:
    """Return who is looking."""
    who = viewer()
    return Author(ME, "") if who is None else Author(f"member-{who.member}", who.name)
