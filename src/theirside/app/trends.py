"""Own trends: the measures of one of us over weeks, each held against their own past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from theirside.app import measuring, queries
from theirside.app.viewing import viewer
from theirside.care.definition import measures
from theirside.care.over_time import Trend, trends
from theirside.care.unheard import unheard

USUAL = ("talk_share", "open_questions", "questions", "complex_reflections", "customer_focus")
"""What is shown first: few, and what says most of how we listen."""
TALKS = 400
"""The newest talks that trends are drawn from."""


@dataclass(frozen=True, slots=True)
class Own:
    """The trends of one of us; ``off`` are the measures wanted that are switched off."""

    seller: str
    trends: tuple[Trend, ...]
    newest: date | None
    off: tuple[str, ...] = ()


def own_trends(seller: str, only: tuple[str, ...] = ()) -> Own:
    """Return the trends of one of us, by the name that ``practice.seller_named`` gives.

    ``only`` are measures; all of them where none is named. In a team the viewer's own.
    """
    who, off = viewer(), queries.measures_off()
    left_out = tuple(each for each in only or measures() if each in off)
    name = who.name if who is not None and who.name else seller
    subject = measuring.newest_of(name, TALKS)
    if subject.newest is None:
        return Own(name, (), None, left_out)
    found = trends(
        subject.talks(), subject.newest, only, off=off, unheard=unheard(), doubt=subject.doubt
    )
    return Own(name, tuple(found), subject.newest, left_out)
