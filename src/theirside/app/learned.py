"""What changed in our understanding lately: person by person, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from theirside.app import queries
from theirside.app.understanding import understood_each
from theirside.conversation import Conversation
from theirside.understand.history import Event, history_of
from theirside.understand.understanding import Person

PEOPLE = 3
EACH = 2


@dataclass(frozen=True, slots=True)
class Learned:
    """What is new of a person: the newest few of ``events``, and how many there are besides."""

    person: Person
    events: tuple[Event, ...]
    more: int
    talks: Mapping[str, Conversation]


def learned_since(day: date) -> list[Learned]:
    """Return what was heard, confirmed, set right or withdrawn since a day, of a few people."""
    found = []
    for understanding, inputs in understood_each(queries.heard_or_judged_since(day, PEOPLE)):
        new = [
            each
            for each in history_of(understanding)
            if each.at is not None and each.at.date() >= day
        ]
        if new:
            talks = {talk.id: talk for talk in inputs.conversations}
            found.append(Learned(inputs.person, tuple(new[:EACH]), max(0, len(new) - EACH), talks))
    return found
