"""A measured value, and what one talk adds to it.

A *tally* is what one talk holds of a measure; a *figure* is what several tallies, or one, come to:
the value with its interval, what was counted out of how many, and the words that were counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from theirside.evidence import Quote


@dataclass(frozen=True, slots=True)
class Figure:
    """What a measure says of a talk or of several.

    ``value`` is None where there is too little to say; ``note`` then says why. ``unit`` is the
    measure's. ``count`` and ``of`` are what it was worked out from (a measure that is no quotient
    has in ``of`` how many things were looked at). ``low`` and ``high`` enclose the value at 95 %;
    they are None where an interval makes no sense, as for the longest of a talk. ``evidence`` are
    the words that were counted, in the order they were said; ``rest`` those that were looked at and
    not counted: the feelings that were passed over, the questions that were not answered. ``talks``
    says how many talks it is from, ``left_out`` why how many others could not be counted.
    """

    measure: str
    value: float | None
    unit: str
    count: float
    of: float
    low: float | None = None
    high: float | None = None
    evidence: tuple[Quote, ...] = ()
    rest: tuple[Quote, ...] = ()
    note: str = ""
    talks: int = 1
    left_out: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """What one talk holds: ``count`` out of ``of``, the words that were counted, and the rest.

    ``parts`` are the same two figures for each turn, where turns are what an interval must be
    drawn over; ``values`` the single values of a measure that is the middle or the longest of
    them. ``lacks`` says why the talk can't be counted, "" where it can; ``note`` what to know
    about the count.
    """

    count: float = 0.0
    of: float = 0.0
    evidence: tuple[Quote, ...] = ()
    rest: tuple[Quote, ...] = ()
    parts: tuple[tuple[float, float], ...] = ()
    values: tuple[float, ...] = ()
    lacks: str = ""
    note: str = ""
