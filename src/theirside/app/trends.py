"""Own trends: the measures of one of us over weeks, each held against their own past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from theirside.app import measuring, queries
from theirside.app.remembered import Remembered
from theirside.app.viewing import viewer
from theirside.care.definition import measures
from theirside.care.over_time import Trend, trends
from theirside.care.unheard import unheard

USUAL = ("talk_share", "open_questions", "questions", "complex_reflections", "customer_focus")
"""What is shown first: few, and what says most of how we listen."""
TALKS = 400
"""The newest talks that trends are drawn from."""
KEPT = 64
"""Trends that are kept at most, the last asked for."""
KEPT_FOR = 600.0
"""Seconds after which they are drawn anew even if nothing seems to have changed."""


@dataclass(frozen=True, slots=True)
class Own:
    """The trends of one of us; ``off`` are the measures wanted that are switched off."""

    seller: str
    trends: tuple[Trend, ...]
    newest: date | None
    off: tuple[str, ...] = ()


_kept = Remembered[Own](KEPT, KEPT_FOR)


def own_trends(seller: str, only: tuple[str, ...] = ()) -> Own:
    """Return the trends of one of us, by the name that ``practice.seller_named`` gives.

    ``only`` are measures; all of them where none is named. In a team the viewer's own.
    """
    who, off = viewer(), tuple(sorted(queries.measures_off()))
    name = who.name if who is not None and who.name else seller
    state = (*queries.state(), off)
    return _kept((name, only), state, lambda: _worked_out(name, only, off))


def _worked_out(name: str, only: tuple[str, ...], off: tuple[str, ...]) -> Own:
    left_out = tuple(each for each in only or measures() if each in off)
    subject = measuring.newest_of(name, TALKS)
    if subject.newest is None:
        return Own(name, (), None, left_out)
    found = trends(
        subject.talks(), subject.newest, only, off=off, unheard=unheard(), doubt=subject.doubt
    )
    return Own(name, tuple(found), subject.newest, left_out)
