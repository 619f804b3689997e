"""The tallies of one talk or several put together, and what value and interval they come to.

Of few talks the interval is that of the sentences, turns or events in them. From ``SEVERAL`` talks
on it also covers what comes of drawing whole talks, because sentences of one talk resemble each
other and would make us surer than we may be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from theirside.care.figure import Tally
from theirside.care.intervals import Interval, bootstrap, events, quotient, wilson

SEVERAL = 8


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and its interval; None where there is none."""

    value: float | None
    interval: Interval | None = None


@dataclass(slots=True)
class Gathered:
    """The tallies of the talks that could be counted, in the order they came.

    ``totals`` are those of the talks that held anything to count; ``talks`` counts the others too.
    """

    totals: list[tuple[float, float]] = field(default_factory=list)
    parts: list[tuple[float, float]] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    talks: int = 0

    def add(self, tally: Tally) -> None:
        """Add what one talk holds."""
        self.talks += 1
        if tally.of or tally.count:
            self.totals.append((tally.count, tally.of))
        if len(self.totals) < SEVERAL:
            self.parts.extend(tally.parts)
        else:
            self.parts.clear()
        self.values.extend(tally.values)

    @property
    def count(self) -> float:
        """What was counted, in all talks together."""
        return sum(count for count, _ in self.totals)

    @property
    def of(self) -> float:
        """What it was counted out of, in all talks together."""
        return sum(of for _, of in self.totals)


Within = Callable[[Gathered], Interval | None]


def divided(gathered: Gathered, within: Within) -> Estimate:
    """Return count divided by of, with the interval ``within`` talks where they are few.

    From several talks on it also encloses what drawing whole talks gives, which alone would be too
    narrow where all talks are alike (nothing counted in any).
    """
    count, of = gathered.count, gathered.of
    if of <= 0:
        return Estimate(None)
    found = [within(gathered)]
    if len(gathered.totals) >= SEVERAL:
        found.append(bootstrap(gathered.totals))
    known = [each for each in found if each is not None]
    if not known:
        return Estimate(count / of)
    return Estimate(count / of, (min(low for low, _ in known), max(high for _, high in known)))


def of_share(gathered: Gathered) -> Interval | None:
    """Return the interval of a share of things counted."""
    return wilson(gathered.count, gathered.of)


def of_rate(gathered: Gathered) -> Interval | None:
    """Return the interval of events in a time, or in so many words or mails."""
    return events(gathered.count, gathered.of)


def of_quotient(gathered: Gathered) -> Interval | None:
    """Return the interval of one count divided by another."""
    return quotient(gathered.count, gathered.of)


def of_parts(gathered: Gathered) -> Interval | None:
    """Return the interval of words or seconds, which come in turns."""
    return bootstrap(gathered.parts)
