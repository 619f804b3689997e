"""What a talk comes to when it is held against its preparation: values, worked out elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from theirside.evidence import Quote
from theirside.purpose.promised import Kept
from theirside.purpose.wants import Prepared, Want
from theirside.understand.understanding import Observation, Person, Promise, Question


@dataclass(frozen=True, slots=True)
class Focus:
    """Whose matters our sentences (or our questions) were about; the rest of ``all`` is unclear."""

    theirs: tuple[Quote, ...]
    ours: tuple[Quote, ...]
    all: int

    @property
    def share(self) -> float | None:
        """The share about their matters among those that are clear, 0..1; None where too few are.

        Too few are fewer than eight: one sentence more or less would change it by a seventh.
        """
        clear = len(self.theirs) + len(self.ours)
        return len(self.theirs) / clear if clear >= FEWEST else None


FEWEST = 8


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A want of theirs, and our sentences that take it up: none where we found none."""

    want: Want
    by: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was to be asked; ``asked`` is how it was, None where we did not find it.

    ``answer`` are their next words.
    """

    question: Question
    asked: Quote | None
    answer: tuple[Quote, ...] = ()


class Manner(StrEnum):
    """How a want of ours came up."""

    ASKED = "asked"
    TOLD = "told"
    PRESSED = "pressed"
    BY_THEM = "by them"


@dataclass(frozen=True, slots=True)
class CameUp:
    """A want of ours; ``place`` is where it came up first, None where we did not find it."""

    want: str
    place: Quote | None = None
    manner: Manner | None = None
    answer: tuple[Quote, ...] = ()


class News(StrEnum):
    """What is new about a statement."""

    NEW = "new"
    CHANGED = "changed"
    """It takes the place of what they said before, or contradicts it."""
    AGAIN = "again"
    """They had said it before, and said it again."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """An observation that this talk gave, in the words ``quote`` of this talk."""

    observation: Observation
    news: News
    quote: Quote
    before: str = ""
    """What it takes the place of."""


class Passed(StrEnum):
    """What was passed over."""

    QUESTION = "question"
    FEELING = "feeling"
    PUSHBACK = "pushback"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something of theirs in this talk that our words took no notice of."""

    kind: Passed
    quote: Quote


@dataclass(frozen=True, slots=True)
class Debrief:
    """A talk with a person, held against what was prepared for it, if anything was.

    Without a preparation ``prepared`` is None, ``ours`` is empty, and ``asked`` are the questions
    that would have been worth asking by what was known before.
    """

    person: Person
    conversation: str
    day: date | None
    prepared: Prepared | None
    sentences: Focus
    questions: Focus
    wants: tuple[TakenUp, ...]
    asked: tuple[Asked, ...]
    ours: tuple[CameUp, ...]
    made: tuple[Promise, ...]
    kept: tuple[Kept, ...]
    learnt: tuple[Learnt, ...]
    passed_over: tuple[PassedOver, ...]
