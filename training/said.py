"""A sentence of a data set, with what stood before it and what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

BEFORE_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence; ``id`` names it for good, ``conversation`` is what splits go by.

    ``who`` is ``seller``, ``customer`` or empty. ``gold`` holds, for every task that judged it,
    the names that hold; a task that is absent did not judge it. The names in ``open`` were not
    judged either.
    """

    id: str
    conversation: str
    text: str
    before: str = ""
    who: str = ""
    gold: dict[str, frozenset[str]] = field(default_factory=dict)
    open: frozenset[str] = frozenset()


def end_of(said: list[str]) -> str:
    """Return the last characters of what was said, as the reader gets them."""
    return "\n".join(said)[-BEFORE_CHARACTERS:].strip()


def part_of(conversation: str, parts: int = 100) -> int:
    """Return a number 0..parts-1 that always is the same for a conversation; splits go by it."""
    digest = hashlib.blake2b(conversation.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % parts
