"""From annotations to what was heard: one facet, of one person, in one sentence.

Only their side's sentences count. A sentence of a special category yields nothing at all, nor
does anything that overlaps one. A view that is another's ("Dana wants …") is heard of that other,
where the name is one person's for certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from theirside.conversation import Conversation, Side, Turn
from theirside.evidence import Annotation, Quote, quote
from theirside.understand.facet import facets
from theirside.understand.holders import Holders
from theirside.understand.moments import seconds
from theirside.understand.people import People
from theirside.understand.phrases import phrases
from theirside.understand.understanding import Person
from theirside.understand.words import Gist, gist

FACET = "facet."
FEELING = "feeling"
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
    def order(self) -> tuple[bool, float, str, int, int, int, float]:
        """Sort by time (unknown first), then by place: the same whatever came in first."""
        at = self.quote
        place = (at.conversation, at.turn, at.start, at.end)
        return (self.at is not None, seconds(self.at), *place, -self.probability)

    @property
    def bucket(self) -> tuple[str, str, str, str]:
        """What must be equal for two sentences to be one observation, apart from their words."""
        return (self.person, self.facet, self.said_by, self.holder)


def time_of(conversation: Conversation, turn: Turn) -> datetime | None:
    """Return when a turn was spoken, as far as known: its own time, else the conversation's."""
    return turn.at or conversation.started_at


def is_label(annotation: Annotation, label: str) -> bool:
    """Say whether an annotation's label is this one or one below it (``pushback.price``)."""
    return annotation.label == label or annotation.label.startswith(label + ".")


def overlaps(one: Quote | Annotation, other: Quote | Annotation) -> bool:
    """Say whether two stretches of the same conversation have a character in common."""
    return one.turn == other.turn and one.start < other.end and other.start < one.end


def special_in(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return the annotations that mark a sentence as of a special category."""
    return [each for each in annotations if is_label(each, SPECIAL)]


def without_special(annotations: Sequence[Annotation]) -> list[Annotation]:
    """Return the annotations that touch no sentence of a special category, each one once."""
    special = special_in(annotations)
    every = dict.fromkeys(annotations)
    if not special:
        return list(every)
    return [each for each in every if not any(overlaps(each, one) for one in special)]


def _holder(
    annotation: Annotation, turn: Turn, speaker: Person, conversation: str, holders: Holders
) -> Person | None:
    if not annotation.holder:
        return None
    before = turn.text[: annotation.start]
    return holders.person(annotation.holder, speaker, conversation, before)


def _is_over(feeling: Annotation, turn: Turn) -> bool:
    """Say whether a feeling is told as past, right after saying that all is well now."""
    words = turn.text[feeling.start : feeling.end].replace("’", "'")
    if not phrases().was_felt.search(words):
        return False
    return phrases().now_well.search(turn.text[: feeling.start].replace("’", "'")) is not None


def heard_in(
    conversation: Conversation,
    annotations: Sequence[Annotation],
    people: People,
    holders: Holders,
) -> Iterator[Heard]:
    """Yield what was heard of each person; ``annotations`` are free of special categories."""
    for each in annotations:
        facet = each.label.removeprefix(FACET)
        if facet == each.label or facet not in facets():
            continue
        turn = conversation.turns[each.turn]
        speaker = people.of(conversation.id, turn.speaker)
        if speaker is None or turn.speaker.side is not Side.THEIRS:
            continue
        if facet == FEELING and _is_over(each, turn):
            continue
        about = _holder(each, turn, speaker, conversation.id, holders)
        of_another = about is not None and about.id != speaker.id
        place = quote(conversation, each.turn, each.start, each.end)
        yield Heard(
            person=about.id if about is not None else speaker.id,
            facet=facet,
            quote=place,
            turn_id=turn.id,
            at=time_of(conversation, turn),
            probability=each.probability,
            said_by=speaker.name if of_another else "",
            holder=each.holder if about is None else "",
            gist=gist(place.text),
        )
