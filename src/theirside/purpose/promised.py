"""What is still owed before a talk, and what a talk shows to have been kept.

How a promise stands is judged in one place for all, ``theirside.understand.standing``; here it is
only put in the order in which one looks at it before a talk. What nothing tells of stays open, and
is shown as such: "we found no sign that it was kept", never "it was broken".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from theirside.evidence import Quote
from theirside.purpose.wants import Owed
from theirside.understand.kept import keepings
from theirside.understand.moments import seconds
from theirside.understand.standing import judged, rests
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise and the words by which one sees that it was kept."""

    promise: Promise
    by: Quote


def kept_in(
    promises: Iterable[Promise], talks: Sequence[Talk], made_in: Sequence[Talk] = ()
) -> list[Kept]:
    """Return the promises that these talks tell to have been kept, with the words that tell it.

    ``made_in`` are the talks in which they were made, where these are others.
    """
    made = list(promises)
    found = keepings(made, talks, made_in=made_in)
    return [Kept(made[number], keeping.quote) for number, keeping in sorted(found.items())]


def owed(promises: Sequence[Promise], talks: Sequence[Talk], on: date) -> list[Owed]:
    """Return what is open on a day: late and soonest due first, then what has no day."""
    still = [
        each.promise
        for each in judged(promises, talks, on)
        if each.is_unmet and not rests(each, on)
    ]
    made = [Owed(each, each.due is not None and each.due < on) for each in still]
    return sorted(made, key=lambda each: _rank(each, on))


def _rank(each: Owed, on: date) -> tuple[bool, float]:
    due = each.promise.due
    away = abs((due - on).days) if due is not None else 0.0
    return (due is None, away if due is not None else -seconds(each.promise.at))
