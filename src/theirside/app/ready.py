"""Stored talks made ready to be looked at."""

from __future__ import annotations

from theirside.app.queries import Talk as Stored
from theirside.reader import read
from theirside.understand.people import People
from theirside.understand.talk import Talk

FEWEST_DIGITS = 4
"""Characters of an id that a user must give at least."""


def ready(stored: Stored, people: People) -> Talk:
    """Return a stored talk as it is looked at; what no reader has read is read now."""
    annotations = (*stored.annotations, *stored.withheld) if stored.reader else None
    found = read(stored.conversation) if annotations is None else annotations
    return Talk.of(stored.conversation, found, people)
