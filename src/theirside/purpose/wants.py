"""What each side wants from a talk, written down at the door, theirs first.

Theirs are read from what they said: questions that nobody answered, what they asked of us or wished
for in their last talks, their goals and their pains. Ours are typed in by whoever goes. These are
values; ``preparing`` and ``debriefing`` work them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from theirside.evidence import Quote
from theirside.serve.ledger.balance import Standing
from theirside.understand.understanding import Person, Promise, Question

LEAST_WORDS = 4
"""What they ask in fewer ("Please do.", "Who else?") says nothing by itself."""


class WantKind(StrEnum):
    """What a want of theirs was read from."""

    QUESTION = "question"
    """They asked it, and nobody answered."""
    WISH = "wish"
    """They wished for it, or asked it of us, in one of their last talks."""
    GOAL = "goal"
    STAKE = "stake"
    PAIN = "pain"


@dataclass(frozen=True, slots=True)
class Want:
    """Something that they want, in the words of its newest quote.

    ``said_by`` names who said it of them, where they did not say it themselves.
    """

    kind: WantKind
    text: str
    evidence: tuple[Quote, ...]
    at: datetime | None = None
    said_by: str = ""


class GiftKind(StrEnum):
    """Why we could give it."""

    ANSWER = "answer"
    """They asked, and nobody answered."""
    REPAIR = "repair"
    """They have it wrong, and a fact sets it right."""
    KNOWLEDGE = "knowledge"
    """They don't know it."""
    OWED = "owed"
    """We promised to give it."""
    OFFERED = "offered"
    """We offered it in a talk, and nothing came of it that we know of."""
    LIMIT = "limit"
    """They want what the offer doesn't do; to say so early is worth something to them."""


@dataclass(frozen=True, slots=True)
class Gift:
    """Something that we could give them: nothing of it sells.

    ``words`` are those that it rests on, theirs or ours; ``fact`` is what the offer says on it,
    empty where it says nothing for certain.
    """

    kind: GiftKind
    words: str
    evidence: tuple[Quote, ...]
    fact: str = ""


class CareKind(StrEnum):
    """What to be careful about."""

    TASTE = "taste"
    IRRITANT = "irritant"
    FEELING = "feeling"
    """The last feeling that they showed; always our guess."""
    PUSHBACK = "pushback"
    """They resisted, and we did not take it up."""


@dataclass(frozen=True, slots=True)
class Care:
    """Something to be careful about; ``note`` says more (the kind of a pushback)."""

    kind: CareKind
    words: str
    evidence: tuple[Quote, ...]
    at: datetime | None = None
    said_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise of which nothing tells that it was kept; ``late`` where its day is over."""

    promise: Promise
    late: bool


@dataclass(frozen=True, slots=True)
class Preparation:
    """One page before a talk with a person on ``day``: their side first, then ours.

    ``stake`` is what they stand to lose or win, where they have said it. ``ours`` are our own
    wants as they were typed in. ``questions`` are the few to ask, at most three. ``standing`` is
    how gifts and asks stand between us, where that was looked at.
    """

    person: Person
    day: date
    wants: tuple[Want, ...]
    stake: Want | None
    ours: tuple[str, ...]
    gifts: tuple[Gift, ...]
    questions: tuple[Question, ...]
    owed: tuple[Owed, ...]
    careful: tuple[Care, ...]
    last_at: datetime | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is kept of a preparation: for which day, our wants, and the questions."""

    person: str
    day: date
    ours: tuple[str, ...]
    questions: tuple[Question, ...]
