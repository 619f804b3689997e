"""The team's session of a month (P20): two moments, three questions, an experiment, a look back.

Nothing but moments that were shared with consent goes in; nobody is named first or counted. The
questions and the experiments are data (``team/``). What is picked follows from the month and from
what was picked before, so that the same month gives the same plan.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.moment import Moment, moment_kinds
from theirside.datafile import files_in, filled, made, made_each, texts
from theirside.purpose.practised import Movement, movement

FOLDER = Path(__file__).parent / "team"
MOMENTS = 2
QUESTIONS = 3
YEAR = 11
"""Months before this one whose experiments are not taken again while there are others."""


@dataclass(frozen=True, slots=True)
class TeamQuestion:
    """A question to talk over; ``fits`` are kinds of moments, none where it fits always."""

    id: str
    text: str
    fits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Experiment:
    """Something that a whole team tries for a month.

    ``measure`` is what is looked at afterwards, ``look_back`` what is asked then; ``fits`` are the
    kinds of moments over which it suggests itself.
    """

    id: str
    title: str
    do: str
    why: str
    how: tuple[str, ...]
    fits: tuple[str, ...]
    measure: str
    wrong_when: str
    look_back: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A moment that everybody whose words are in it has shared.

    ``sellers`` are those; ``named``: all of them let the customer's name stand. ``month`` is when
    the team looked at it (its first day), None if it has not.
    """

    moment: Moment
    sellers: tuple[str, ...]
    named: bool
    month: date | None = None


@dataclass(frozen=True, slots=True)
class LookedBack:
    """An earlier month's experiment with its measure, over all talks of ours together.

    ``during`` is the figure of that month, ``before`` that of all the time before it; None where
    there was no talk.
    """

    month: date
    experiment: Experiment
    before: Figure | None
    during: Figure | None

    @property
    def movement(self) -> Movement:
        """What can be said of it."""
        return movement(self.before, self.during)


@dataclass(frozen=True, slots=True)
class Session:
    """The plan of a month's session. Without a moment there is no experiment and no question."""

    month: date
    moments: tuple[Shared, ...]
    questions: tuple[TeamQuestion, ...] = ()
    experiment: Experiment | None = None
    looked_back: LookedBack | None = None

    @property
    def lacking(self) -> int:
        """How many more moments would have to be shared."""
        return max(0, MOMENTS - len(self.moments))


@cache
def experiments() -> Mapping[str, Experiment]:
    """Return every experiment by id. Raises ``SettingsError`` for a file that is not right."""
    found = (made(path, _experiment) for path in files_in(FOLDER / "experiments"))
    return {each.id: each for each in found}


@cache
def team_questions() -> tuple[TeamQuestion, ...]:
    """Return every question. Raises ``SettingsError`` where the file is not as it should be."""
    return made_each(FOLDER / "questions.yaml", _question)


def _question(content: Any) -> TeamQuestion:
    return filled(TeamQuestion, content, fits=_kinds(content))


def pick_moments(month: date, shared: Sequence[Shared]) -> tuple[Shared, ...]:
    """Return the moments of a month: those it has, else the ones that have waited longest.

    ``shared`` are in the order in which they were shared. Of two, one worked and one didn't, where
    there are both, and they are of different talks.
    """
    picked = [each for each in shared if each.month == month][:MOMENTS]
    waiting = [each for each in shared if each.month is None]
    while waiting and len(picked) < MOMENTS:
        best = max(waiting, key=lambda each: _beside(each, picked))  # the first of equals
        waiting.remove(best)
        picked.append(best)
    return tuple(picked)


def _beside(candidate: Shared, picked: Sequence[Shared]) -> tuple[bool, bool]:
    """Return how well a moment stands beside those picked: another talk, the other sort."""
    talks = {each.moment.evidence[0].conversation for each in picked}
    sorts = {moment_kinds()[each.moment.kind].good for each in picked}
    other_talk = candidate.moment.evidence[0].conversation not in talks
    return other_talk, moment_kinds()[candidate.moment.kind].good not in sorts


def pick_questions(month: date, moments: Iterable[Shared]) -> tuple[TeamQuestion, ...]:
    """Return three questions: one for each moment, and one that fits always."""
    order = sorted(team_questions(), key=lambda each: _lot(month, each.id))
    picked: list[TeamQuestion] = []
    for kind in [each.moment.kind for each in moments]:
        picked += [each for each in order if kind in each.fits and each not in picked][:1]
    picked += [each for each in order if not each.fits][: QUESTIONS - len(picked)]
    return tuple(picked)


def pick_experiment(
    month: date,
    moments: Sequence[Shared],
    past: Mapping[date, str],
    off: Collection[str] = (),
) -> Experiment | None:
    """Return the experiment of a month: the one it has, else one that fits its moments.

    ``past`` are experiments' ids by month. Moments that did not work weigh first. None is looked at
    by a measure that is switched ``off``; None is returned where all would be.
    """
    known = {key: each for key, each in experiments().items() if each.measure not in off}
    if past.get(month) in known:
        return known[past[month]]
    lately = {past[each] for each in past if 0 < _months(month) - _months(each) <= YEAR}
    fresh = [each for each in known.values() if each.id not in lately]
    kinds = [moment_kinds()[each.moment.kind] for each in moments]
    troubled = {each.id for each in kinds if not each.good}
    every = {each.id for each in kinds}
    return min(
        fresh or list(known.values()),
        key=lambda each: (
            troubled.isdisjoint(each.fits),
            every.isdisjoint(each.fits),
            _lot(month, each.id),
        ),
        default=None,
    )


def earlier(month: date, past: Mapping[date, str]) -> tuple[date, Experiment] | None:
    """Return the last experiment before a month, and its month; None where there is none."""
    months = [each for each in past if each < month and past[each] in experiments()]
    return (max(months), experiments()[past[max(months)]]) if months else None


def _months(month: date) -> int:
    return month.year * 12 + month.month


def _lot(month: date, key: str) -> bytes:
    return blake2b(f"{month:%Y-%m}\n{key}".encode(), digest_size=8).digest()


def _kinds(content: Any) -> tuple[str, ...]:
    found = texts(content, "fits")
    for each in found:
        if each not in moment_kinds():
            raise ValueError(f"{each!r} is no kind of moment")
    return found


def _experiment(content: Any) -> Experiment:
    found = filled(Experiment, content, fits=_kinds(content))
    if found.measure not in measures():
        raise ValueError(f"{found.measure!r} is no measure")
    return found
