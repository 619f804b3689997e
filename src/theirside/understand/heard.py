"""From annotations to what was heard: one facet, of one person, in one sentence.

Only their side's sentences count. A sentence of a special category yields nothing at all, nor
does anything that overlaps one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from theirside.conversation import Conversation, Side, Turn
from theirside.evidence import Annotation, Quote, quote
from theirside.understand.people import People
from theirside.understand.words import Gist, gist

FACET = "facet."
SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class Heard:
    """One facet heard of one person in one sentence."""

    person: str
    facet: str
    quote: Quote
    turn_id: str
    at: datetime | None
    probability: float
    said_by: str
    holder: str
    gist: Gist

    @property
    def order(self) -> tuple[bool, float, str, int, int, int]:
        """Sort by time (unknown first), then by place: the same whatever came in first."""
        seconds = self.at.timestamp() if self.at else 0.0
        place = self.quote
        return (
            self.at is not None,
            seconds,
            place.conversation,
            place.turn,
            place.start,
            place.end,
        )


def time_of(conversation: Conversation, turn: Turn) -> datetime | None:
    """Return when a turn was spoken, as far as known: its own time, else the conversation's."""
    return turn.at or conversation.started_at


def without_special(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return the annotations that touch no sentence of a special category."""
    every = list(annotations)
    special: dict[int, list[Annotation]] = {}
    for each in every:
        if is_label(each, SPECIAL):
            special.setdefault(each.turn, []).append(each)
    return [
        each
        for each in every
        if not any(each.start < s.end and s.start < each.end for s in special.get(each.turn, ()))
    ]


def is_label(annotation: Annotation, label: str) -> bool:
    """Say whether an annotation's label is this one or one below it (``pushback.price``)."""
    return annotation.label == label or annotation.label.startswith(label + ".")


def heard_in(
    conversation: Conversation, annotations: Sequence[Annotation], people: People
) -> Iterator[Heard]:
    """Yield what was heard of each person; ``annotations`` are free of special categories."""
    for each in annotations:
        turn = conversation.turns[each.turn]
        if not each.label.startswith(FACET) or turn.speaker.side is not Side.THEIRS:
            continue
        speaker = people.of(conversation.id, turn.speaker)
        if speaker is None:
            continue
        place = quote(conversation, each.turn, each.start, each.end)
        yield Heard(
            speaker.id,
            each.label.removeprefix(FACET),
            place,
            turn.id,
            time_of(conversation, turn),
            each.probability,
            "",
            each.holder,
            gist(place.text),
        )
