"""What came of practising: what was done, week by week, and how the measures behind it stand.

No streak and no score: a week without practice is not shown, and nothing is counted up. A measure
stands beside what was practised, before it and since; that one came of the other is not said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from theirside.care.figure import Figure
from theirside.care.over_time import monday
from theirside.purpose.choosing import Outcome, Practised
from theirside.purpose.deck import Task
from theirside.purpose.signs import signs


class Movement(StrEnum):
    """What two figures with their intervals let one say."""

    MOVED = "moved"
    """The intervals don't touch."""
    SAME = "not told apart"
    TOO_LITTLE = "too little to say"


@dataclass(frozen=True, slots=True)
class Moved:
    """A measure before one first practised for it, and ``since`` that day; None: no such talk."""

    measure: str
    since: date
    before: Figure | None
    after: Figure | None

    @property
    def movement(self) -> Movement:
        """What can be said of it."""
        return movement(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Week:
    """What was done in the week of a Monday."""

    monday: date
    done: tuple[Practised, ...]


def movement(before: Figure | None, after: Figure | None) -> Movement:
    """Return what two figures let one say of the change between them."""
    if before is None or after is None:
        return Movement.TOO_LITTLE
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return Movement.TOO_LITTLE
    apart = before.high < after.low or after.high < before.low
    return Movement.MOVED if apart else Movement.SAME


def weeks_of(log: Iterable[Practised]) -> tuple[Week, ...]:
    """Return what was done, the newest week first; weeks in which nothing was are left out."""
    found: dict[date, list[Practised]] = {}
    for each in log:
        if each.outcome is Outcome.DONE:
            found.setdefault(monday(each.day), []).append(each)
    return tuple(Week(day, tuple(found[day])) for day in sorted(found, reverse=True))


def watched(log: Sequence[Practised], deck: Mapping[str, Task]) -> dict[str, date]:
    """Return the measures that may move with what was done, each with the first day of it.

    That is the measure behind the sign that called for a task; for a task that nothing called
    for, the one behind the plainest sign that could have.
    """
    found: dict[str, date] = {}
    for each in log:
        if each.outcome is not Outcome.DONE or each.task not in deck:
            continue
        sign = each.sign or next(iter(deck[each.task].calls), "")
        measure = signs()[sign].watch if sign in signs() else ""
        if measure:
            found[measure] = min(each.day, found.get(measure, each.day))
    return found
