"""One conversation with its annotations, as one person's understanding needs it looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from theirside.conversation import Conversation, Side, Turn
from theirside.evidence import Annotation, Quote, quote
from theirside.understand.heard import overlaps, special_in, without_special
from theirside.understand.people import People
from theirside.understand.told import Told, told_in
from theirside.understand.understanding import Person

BACKCHANNEL_WORDS = 3
"""A turn of at most so many words ("mm-hm, right") does not end the other side's turn."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation, its annotations (none that touch a special category), who spoke when.

    ``speakers`` holds, for each turn, the person on their side who spoke, if known.
    """

    conversation: Conversation
    annotations: tuple[Annotation, ...]
    special: tuple[Annotation, ...]
    speakers: tuple[Person | None, ...]
    present: frozenset[str]
    _told: dict[int, Told] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(
        cls, conversation: Conversation, annotations: Sequence[Annotation], people: People
    ) -> Talk:
        """Return the conversation, ready to be looked at; annotations that fit no turn are out."""
        fitting = [each for each in annotations if _fits(each, conversation)]
        everyone = {who for turn in conversation.turns for who in (turn.speaker, *turn.to)}
        present = (people.of(conversation.id, who) for who in everyone)
        return cls(
            conversation,
            tuple(sorted(without_special(fitting), key=_place)),
            tuple(special_in(fitting)),
            tuple(people.of(conversation.id, turn.speaker) for turn in conversation.turns),
            frozenset(person.id for person in present if person is not None),
        )

    @property
    def id(self) -> str:
        """The conversation's id."""
        return self.conversation.id

    def turn(self, number: int) -> Turn:
        """Return a turn by its number."""
        return self.conversation.turns[number]

    def side(self, number: int) -> Side:
        """Return whose turn it was."""
        return self.conversation.turns[number].speaker.side

    def spoke(self, person: str, number: int) -> bool:
        """Say whether that person spoke this turn."""
        speaker = self.speakers[number]
        return speaker is not None and speaker.id == person

    def told(self, number: int) -> Told:
        """Return what a turn tells, worked out once."""
        if number not in self._told:
            self._told[number] = told_in(self.turn(number).text)
        return self._told[number]

    def quote(self, annotation: Annotation) -> Quote:
        """Return the words that an annotation marks."""
        return quote(self.conversation, annotation.turn, annotation.start, annotation.end)

    def may_show(self, place: Quote) -> bool:
        """Say whether a quote touches nothing of a special category."""
        return not any(overlaps(place, each) for each in self.special)

    def ours_after(self, number: int) -> Iterator[int]:
        """Yield our turns after this one."""
        for later in range(number + 1, len(self.conversation.turns)):
            if self.side(later) is Side.OURS:
                yield later

    def reply_to(self, number: int) -> list[int]:
        """Return our turns directly after this one, up to the next word of substance of theirs."""
        found: list[int] = []
        for later in range(number + 1, len(self.conversation.turns)):
            if self.side(later) is Side.OURS:
                found.append(later)
            elif found and len(self.turn(later).text.split()) > BACKCHANNEL_WORDS:
                break
        return found

    def whole(self, number: int) -> Quote | None:
        """Return all that was said in a turn as a quote; None where that may not be shown."""
        text = self.turn(number).text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        place = Quote(self.id, number, start, end, text[start:end])
        return place if place.text and self.may_show(place) else None


def _fits(annotation: Annotation, conversation: Conversation) -> bool:
    turns = conversation.turns
    return 0 <= annotation.turn < len(turns) and 0 <= annotation.start < annotation.end <= len(
        turns[annotation.turn].text
    )


def _place(each: Annotation) -> tuple[int, int, int, str, float, str]:
    return (each.turn, each.start, each.end, each.label, each.probability, each.holder)
