"""Figures over weeks: each held against one's own past, never against somebody else.

A week begins on Monday. A talk counts in the week of its newest turn, on the clock of where it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.measuring import Doubt, figures_by
from theirside.understand.talk import Talk


@dataclass(frozen=True, slots=True)
class Trend:
    """One measure, week by week (``weeks``: each one's Monday and figure), and ``past``.

    ``past`` is the figure over all weeks but the newest: the own past that it is held against; None
    where there is none.
    """

    measure: str
    weeks: tuple[tuple[date, Figure], ...]
    past: Figure | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure since a day, and the same of all the time before it; either may be None."""

    measure: str
    since: Figure | None
    before: Figure | None


def day_of(talk: Talk) -> date | None:
    """Return the day of a talk's newest turn; None where the source has none."""
    at = talk.conversation.last_at
    return at.date() if at is not None else None


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def trends(
    talks: Iterable[Talk],
    newest: date,
    only: Sequence[str] = (),
    *,
    off: Collection[str] = (),
    unheard: Collection[str] = (),
    doubt: Doubt | None = None,
) -> list[Trend]:
    """Return each measure week by week; talks without a day are left out.

    ``newest`` is a day in the week that the past is held against, as a rule the newest talk's.
    """
    last = monday(newest)

    def keys(talk: Talk) -> Iterable[date | str]:
        day = day_of(talk)
        if day is None:
            return ()
        week = monday(day)
        return (week, "past") if week < last else (week,)

    found = figures_by(talks, keys, only, off=off, unheard=unheard, doubt=doubt)
    past = {each.measure: each for each in found.pop("past", [])}
    weeks: dict[str, list[tuple[date, Figure]]] = {}
    for week, inside in found.items():
        for each in inside:
            if isinstance(week, date) and each.of:
                weeks.setdefault(each.measure, []).append((week, each))
    return [
        Trend(each, tuple(sorted(weeks[each], key=lambda point: point[0])), past.get(each))
        for each in measures()
        if each in weeks
    ]


def compared(
    talks: Iterable[Talk],
    since: date,
    only: Sequence[str] = (),
    *,
    off: Collection[str] = (),
    evidence: bool = False,
    unheard: Collection[str] = (),
    doubt: Doubt | None = None,
) -> list[Compared]:
    """Return each measure since a day beside the time before; talks without a day are left out."""

    def keys(talk: Talk) -> Iterable[str]:
        day = day_of(talk)
        return () if day is None else ("since",) if day >= since else ("before",)

    found = figures_by(talks, keys, only, off=off, evidence=evidence, unheard=unheard, doubt=doubt)
    now = {each.measure: each for each in found.get("since", [])}
    past = {each.measure: each for each in found.get("before", [])}
    order = dict.fromkeys([*now, *past])
    return [Compared(each, now.get(each), past.get(each)) for each in order]
