"""Fit: their needs held against the offer, line by line, and what follows from it.

Values only. Nothing here is a score: every need stands with the words that it rests on and the
offer's own line that answers it, or with the question that would tell. The decision is a person's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from theirside.evidence import Quote
from theirside.understand.offer import PointTo


class Verdict(StrEnum):
    """How the offer answers a need."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


class Decision(StrEnum):
    """What a fit comes to."""

    FIT = "fit"
    NOT_NOW = "not now"
    NOT_US = "not us"


class Kind(StrEnum):
    """The part of the offer that a line stands in."""

    CAPABILITY = "capability"
    FACT = "fact"
    PRICE = "price"
    LIMIT = "limit"
    WRONG_FOR = "wrong for"


AGAINST = frozenset({Kind.LIMIT, Kind.WRONG_FOR})
"""The kinds of lines that speak against us."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the offer; ``words`` are the customers' for it. ``id`` may be empty."""

    kind: Kind
    id: str
    statement: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A line of the offer that a need touches, and how we know.

    ``words`` are the offer's words for it that stand in the need. Without any it was matched by
    meaning alone, with ``likeness`` 0..1. ``strong`` says that it may count as an answer.
    """

    line: Line
    words: tuple[str, ...] = ()
    likeness: float = 0.0
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A goal, pain, criterion or constraint of somebody, in their words.

    ``own`` is False where somebody else said it, or they told it of another. ``strength`` says how
    much they make of it by their own words (1 is a plain wish). ``person`` is whose it is.
    """

    id: str
    person: str
    facet: str
    statement: str
    evidence: tuple[Quote, ...]
    probability: float
    own: bool
    strength: float
    at: datetime | None = None

    @property
    def is_must(self) -> bool:
        """Whether it decides: what they measure by, or what binds them."""
        return self.facet in {"criterion", "constraint"}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A need held against the offer. ``ask`` is what would tell more, empty where nothing is open.

    ``until`` is the day up to which it stands in the way; ``waits`` says that it does so now.
    """

    need: Need
    verdict: Verdict
    matches: tuple[Match, ...]
    why: str
    ask: str = ""
    waits: bool = False
    until: date | None = None

    @property
    def credit(self) -> float:
        """1 where it is met, ½ where partly, else 0."""
        return {Verdict.MET: 1.0, Verdict.PARTLY: 0.5}.get(self.verdict, 0.0)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a decision is proposed: a sentence, their words, and the offer's line if there is one."""

    text: str
    evidence: tuple[Quote, ...] = ()
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where to point them, and for which of their needs."""

    to: PointTo
    needs: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What we would decide; ``decision`` is None where too little is known.

    ``firm`` says that it rests on words of theirs and lines of the offer, not on likeness alone.
    """

    decision: Decision | None
    reasons: tuple[Reason, ...]
    firm: bool
    look_again: date | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """A person's or company's needs against the offer; ``subject`` is the name to show."""

    subject: str
    offer: str
    needs: tuple[Weighed, ...]
    against: tuple[Reason, ...]
    proposal: Proposal
    point_to: tuple[Pointer, ...]

    def count(self, verdict: Verdict) -> int:
        """Return how many needs have this verdict."""
        return sum(each.verdict is verdict for each in self.needs)

    @property
    def share(self) -> tuple[float, float] | None:
        """From how much to how much of the needs are met, whatever the unknown turn out to be.

        Met counts 1, partly ½; the lower end takes the unknown as not met, the upper as met. None
        without needs.
        """
        if not self.needs:
            return None
        sure = sum(each.credit for each in self.needs)
        return sure / len(self.needs), (sure + self.count(Verdict.UNKNOWN)) / len(self.needs)
