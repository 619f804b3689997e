"""What was given from the shelf, and what is never to be: one typed record each.

The ledger counts those that were given as gifts of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from theirside.evidence import Quote
from theirside.intake.shelf.thing import ThingKind
from theirside.serve.in_mind.pace import Pace


class Answer(StrEnum):
    """What a person of ours decided on a thing for somebody."""

    GIVEN = "given"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Answered:
    """A thing was given to a person (their id), or is never to be.

    ``thing`` is its id; ``title`` and ``kind`` are kept beside it, because things leave the shelf.
    ``facet`` and ``evidence`` say why them; both are empty where nobody knows.
    """

    person: str
    thing: str
    title: str
    kind: ThingKind
    answer: Answer
    at: datetime
    facet: str = ""
    evidence: tuple[Quote, ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether they were given it: one gift of ours."""
        return self.answer is Answer.GIVEN


def last_given(person: str, answered: Iterable[Answered]) -> Answered | None:
    """Return what was given to a person last."""
    given = [each for each in answered if each.person == person and each.is_given]
    return max(given, key=lambda each: each.at, default=None)


def too_soon_until(
    person: str, answered: Iterable[Answered], today: date, pace: Pace
) -> date | None:
    """Return the day before which nothing more is given to a person; None where it may be."""
    last = last_given(person, answered)
    if last is None:
        return None
    again = last.at.date() + timedelta(days=pace.days_between)
    return again if again > today else None


def may_be_given(
    thing: str, person: str, answered: Sequence[Answered], today: date, pace: Pace
) -> bool:
    """Say whether a thing may be given to a person: neither twice, nor to everybody."""
    about = [each for each in answered if each.thing == thing]
    if any(each.person == person for each in about):
        return False
    given = [each for each in about if each.is_given]
    held_back = timedelta(days=pace.days_held_back)
    return len({each.person for each in given}) < pace.most_people and all(
        each.at.date() + held_back <= today for each in given
    )
