"""A customer made by hand, and a reader that says what the test wrote beside each sentence.

Dana Whitfield of Fernhill is fictional, and so is Sam Okoro, who sells to her.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.understand.talks import DANA, SAM, day, mark, talk
from theirside.conversation import Channel, Conversation
from theirside.evidence import Annotation
from theirside.purpose.chairs.card import card
from theirside.purpose.chairs.state import Card
from theirside.purpose.chairs.stepping import Customer
from theirside.reader.reader import Sentence
from theirside.understand import understand
from theirside.understand.people import people_in
from theirside.understand.talk import Talk
from theirside.understand.understanding import Understanding

HABIT = "We write the rounds on the wall every morning."
PAIN = "The pumps stop because nobody looks at the wall."
STAKE = "If a pump burns again, I answer for it to the owners."
FEAR = "I won't be the first plant to try something."
PRICE = "It is far too expensive for a plant like ours."
ASKS = "What happens to our records when we leave?"
BOAT = "I love my old boat."
SAID = {
    HABIT: ("facet.habit",),
    PAIN: ("facet.pain",),
    STAKE: ("facet.stake",),
    FEAR: ("facet.risk",),
    PRICE: ("pushback.price",),
    ASKS: ("question.open",),
    BOAT: ("facet.interest",),
}


class Scripted:
    """Reads what it was told to read: labels by the words of a sentence, whatever is around it."""

    version = "scripted-1"

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        self._labels = labels

    def annotate(self, sentences: Sequence[Sentence], everything: bool = False) -> list[Annotation]:
        """Return what was written down for these sentences."""
        del everything
        return [
            Annotation(each.turn, each.start, each.end, label, 0.9, self.version)
            for each in sentences
            for label in self._labels.get(each.text, ())
        ]


def call(*only: str) -> Conversation:
    """Return a call in which Dana says all of it, or only these."""
    said = only or tuple(SAID)
    lines = [line for words in said for line in ((DANA, words), (SAM, "Mm-hm."))]
    return talk("call", *lines, at=day(40), channel=Channel.CALL)


def marks_of(conversation: Conversation) -> list[Annotation]:
    """Return the labels of what Dana said, as written above."""
    found = {turn.text for turn in conversation.turns}
    return [
        mark(conversation, words, label)
        for words, labels in SAID.items()
        if words in found
        for label in labels
    ]


def understood(*only: str) -> tuple[Understanding, list[Talk]]:
    """Return what is understood of Dana, and the talk that it is from."""
    made = call(*only)
    people = people_in([made])
    marks = marks_of(made)
    [found] = understand([made], {made.id: marks}, people=people)
    return found, [Talk.of(made, marks, people)]


def dana(*only: str, seed: int = 0) -> Card:
    """Return Dana's card."""
    return card(*understood(*only), seed)


LABELS: Mapping[str, Sequence[str]] = {
    "How do you go about it today?": ("question.open",),
    "What is the hardest part?": ("question.open",),
    "How do you plan the rounds at the wall?": ("question.open",),
    "What would it mean for you if it failed?": ("question.open",),
    "What could go wrong?": ("question.open",),
    "Who decides?": ("question.closed",),
    "Do you have a wall?": ("question.closed",),
    "That is a heavy thing to carry.": ("acknowledge",),
    "No wonder you look twice.": ("acknowledge",),
    "You want to know before it burns.": ("reflection.complex",),
    "We are proud of our forty modules.": ("self_focus",),
    "We won a prize for them.": ("self_focus",),
    "You have to sign today.": ("press.urgency",),
    "This is the last chance.": ("press.scarcity",),
    "I'll ask them and write to you.": ("promise",),
    "Can I see the pumps one morning?": ("ask", "question.closed"),
}


def facing(card: Card, labels: Mapping[str, Sequence[str]] = LABELS) -> Customer:
    """Return the customer of a card, who hears what the test wrote down."""
    return Customer(card, Scripted(labels))
