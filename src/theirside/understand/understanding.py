"""What is understood of a person: observations with their evidence, gaps, and questions.

These are values only. How annotations become observations, and observations an understanding, is
in the modules beside this one; nothing here computes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from theirside.evidence import Quote


class Status(StrEnum):
    """How an observation stands with the person it is about."""

    HEARD = "heard"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone on their side. ``id`` is stable; ``names[0]`` is the one to show."""

    id: str
    names: tuple[str, ...]
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    company: str = ""
    role: str = ""

    @property
    def name(self) -> str:
        """The name to show: a full name, else an address or phone."""
        return next(iter((*self.names, *self.emails, *self.phones)), "(no name)")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of an observation: that it holds, how it is wrong, or to drop it.

    Anchored to facet and quote rather than to an observation's id, so that it outlives a newer
    reader. ``text`` is the corrected statement (empty unless ``CORRECTED``).
    """

    person: str
    facet: str
    evidence: tuple[Quote, ...]
    status: Status
    text: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One facet of one person at one time, in the words of its newest quote.

    ``statement`` is those words (or the correction). ``said_by`` is a person's name when somebody
    else said it; ``holder`` tells whose view it is when the speaker gave that of another who is
    not known by name ("my boss"). ``probability`` lies in 0..1. ``replaced_by`` is the id of a
    newer observation that took its place; ``contradicts`` the ids of observations that cannot be
    true together with it.
    """

    id: str
    person: str
    facet: str
    statement: str
    evidence: tuple[Quote, ...]
    status: Status
    probability: float
    first_at: datetime | None = None
    last_at: datetime | None = None
    said_by: str = ""
    holder: str = ""
    replaced_by: str = ""
    contradicts: tuple[str, ...] = ()
    judged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A facet of which nothing is known (``last_at`` is None), or nothing recent."""

    facet: str
    why: str
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Worth asking, and why. ``weight`` (0..1) ranks; ``evidence`` is what gave rise to it."""

    id: str
    facet: str
    text: str
    why: str
    weight: float
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Misbelief:
    """A belief of theirs that a fact about the offer contradicts."""

    observation: str
    fact: str
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Hole:
    """Something that they would need to know and don't, as far as their words tell."""

    topic: str
    why: str
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody said they would do. ``by_us`` tells whose it is; ``due`` may be unknown."""

    text: str
    by_us: bool
    due: date | None
    evidence: tuple[Quote, ...]
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pushback:
    """A turn in which they resist: its kind, and our answer, if there was one."""

    kind: str
    evidence: tuple[Quote, ...]
    answer: tuple[Quote, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that currently holds about one person, as of the newest talk with them.

    ``conversations`` counts those in which they spoke; ``first_at`` and ``last_at`` are when we
    were first and last in touch, theirs or ours.
    ``observations`` include replaced and withdrawn ones, so that changes stay visible;
    ``current`` leaves them out.
    """

    person: Person
    conversations: int
    first_at: datetime | None
    last_at: datetime | None
    observations: tuple[Observation, ...]
    gaps: tuple[Gap, ...]
    questions: tuple[Question, ...]
    misbeliefs: tuple[Misbelief, ...] = ()
    holes: tuple[Hole, ...] = ()
    promises: tuple[Promise, ...] = ()
    pushback: tuple[Pushback, ...] = ()
    unanswered: tuple[Quote, ...] = ()
    """Their questions to us that nobody answered."""

    @property
    def current(self) -> tuple[Observation, ...]:
        """The observations that hold now."""
        return tuple(
            each
            for each in self.observations
            if not each.replaced_by and each.status is not Status.WITHDRAWN
        )
