"""Quotes and annotations: how a statement points to the words that it rests on.

Every statement that Theirside makes about a person carries evidence, and every piece of
evidence is a quote: exact characters of one turn. A quote that does not stand verbatim at its
place is a defect, never a matter of taste; ``Quote.stands_in`` is how that is checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from theirside.conversation import Conversation


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters ``[start, end)`` of turn number ``turn`` (from 0) of a conversation."""

    conversation: str
    turn: int
    start: int
    end: int
    text: str

    def stands_in(self, conversation: Conversation) -> bool:
        """Say whether the quoted words are exactly what that turn says there."""
        return (
            conversation.id == self.conversation
            and 0 <= self.turn < len(conversation.turns)
            and 0 <= self.start < self.end
            and conversation.turns[self.turn].text[self.start : self.end] == self.text
        )


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the reader says of one sentence: characters ``[start, end)`` of a turn's text.

    ``label`` is a label's id (``facet.goal``, ``question.open``); ``probability`` lies in
    0..1; ``reader`` is the version of the reader that said so. ``holder`` names whose view it
    is when it is not the speaker's own ("my boss", "Dana"). ``due`` is the day that a promise
    names, resolved against the day it was made.
    """

    turn: int
    start: int
    end: int
    label: str
    probability: float
    reader: str
    holder: str = ""
    due: date | None = None


def quote(conversation: Conversation, turn: int, start: int, end: int) -> Quote:
    """Return the quote of characters ``[start, end)`` of one turn of the conversation."""
    return Quote(conversation.id, turn, start, end, conversation.turns[turn].text[start:end])
