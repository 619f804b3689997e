"""How the two columns stand: now, and month by month. Counts only, each with its entries.

What a gift was worth is not ours to say. Where somebody typed a weight it is added up beside the
counts and never mixed into them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from theirside.serve.ledger.entry import Column, Entry


@dataclass(frozen=True, slots=True)
class Counts:
    """How often we gave and asked, and they gave to us and asked of us.

    ``offered`` counts those of our gifts, ``they_offered`` those of theirs, that were held out
    with no word that they were given; they are among the gifts.
    """

    gave: int = 0
    asked: int = 0
    they_gave: int = 0
    they_asked: int = 0
    offered: int = 0
    they_offered: int = 0

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Counts:
        """Return the counts of these entries."""
        every = list(entries)

        def gifts(by_us: bool) -> list[Entry]:
            return [e for e in every if e.column is Column.GIFT and e.by_us is by_us]

        def asks(by_us: bool) -> int:
            return sum(e.column is Column.ASK and e.by_us is by_us for e in every)

        ours, theirs = gifts(True), gifts(False)
        return cls(
            len(ours),
            asks(True),
            len(theirs),
            asks(False),
            sum(each.offered for each in ours),
            sum(each.offered for each in theirs),
        )


@dataclass(frozen=True, slots=True)
class Month:
    """What one month added, and how it stood at its end. ``first`` is its first day."""

    first: date
    added: Counts
    stood: Counts


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands between us and a person.

    ``asks`` are what we have asked since our last gift, the oldest first: all our asks where we
    never gave. ``last_gift`` is that gift. A gift on the day of an ask counts as given before it.
    ``weights`` are the sums of the weights that somebody typed, of our gifts and of theirs; None
    where nobody typed any.
    """

    counts: Counts
    asks: tuple[Entry, ...]
    last_gift: Entry | None
    weights: tuple[float | None, float | None]

    @property
    def is_all_asks(self) -> bool:
        """Say whether we have asked, and never given."""
        return bool(self.asks) and self.last_gift is None


def standing(entries: Sequence[Entry]) -> Standing:
    """Return how it stands. Of what has no day it is not known when; it is counted all the same."""
    gifts = [each for each in entries if each.column is Column.GIFT and each.by_us]
    dated = [each for each in gifts if each.on is not None]
    last = max(dated, key=_day) if dated else (gifts[-1] if gifts else None)
    asks = [each for each in entries if each.column is Column.ASK and each.by_us]
    since = [each for each in asks if last is None or (each.on and last.on and each.on > last.on)]
    return Standing(
        Counts.of(entries),
        tuple(sorted(since, key=_day)),
        last,
        (_weight(entries, by_us=True), _weight(entries, by_us=False)),
    )


def months(entries: Sequence[Entry]) -> list[Month]:
    """Return every month from the first entry with a day to the last, the quiet ones too."""
    dated = [each for each in entries if each.on is not None]
    if not dated:
        return []
    found: list[Month] = []
    month, last = _first(min(map(_day, dated))), _first(max(map(_day, dated)))
    while month <= last:
        after = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        here = [each for each in dated if month <= _day(each) < after]
        until = [each for each in dated if _day(each) < after]
        found.append(Month(month, Counts.of(here), Counts.of(until)))
        month = after
    return found


def _day(entry: Entry) -> date:
    return entry.on or date.min


def _first(day: date) -> date:
    return day.replace(day=1)


def _weight(entries: Iterable[Entry], *, by_us: bool) -> float | None:
    typed = [
        each.weight
        for each in entries
        if each.column is Column.GIFT and each.by_us is by_us and each.weight is not None
    ]
    return sum(typed) if typed else None
