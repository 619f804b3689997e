"""Promises of ours that were due and of which nothing in the talks shows that they were kept.

Whether they were kept is judged where it is for all, in ``theirside.understand.kept``. But to be
told of a broken promise that was kept does harm, so here anything of ours that comes later and
speaks of it again counts as a sign that it was. A promise with too little in it to be recognised is
left out, as is one without a day. Whether it was kept otherwise, nobody can read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.understand.awaited import Awaited, awaited
from theirside.understand.keeping import Signs, signs_in
from theirside.understand.kept import kept_by, spoken_of
from theirside.understand.moments import seconds
from theirside.understand.talk import Talk
from theirside.understand.understanding import Understanding

FEWEST = 2
"""Words of content that a promise must have to be known again."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise of ours: when it was made and due, and when it was taken up (None: never)."""

    quote: Quote
    made: float
    due: float
    taken_up: float | None

    def is_open(self, at: datetime | None) -> bool:
        """Say whether it was due at a time and not taken up by then; not if that is unknown."""
        if at is None:
            return False
        now = seconds(at)
        return self.made < now and self.due < now and not (self.taken_up and self.taken_up <= now)


def owed_in(understanding: Understanding, talks: Sequence[Talk]) -> Iterator[Owed]:
    """Yield our promises to a person that name a day; times are seconds since 1970."""
    by_id = {talk.id: talk for talk in talks}
    told = [signs_in(talk) for talk in talks] if understanding.promises else []
    for each in understanding.promises:
        place = each.evidence[0]
        if not each.by_us or each.due is None or place.conversation not in by_id:
            continue
        waiting = awaited(each, by_id[place.conversation])
        if len(waiting.named) < FEWEST or waiting.is_restraint or waiting.is_conditional:
            continue
        made = time_of(by_id[place.conversation], place.turn)
        due = datetime(each.due.year, each.due.month, each.due.day, 23, 59, tzinfo=UTC)
        yield Owed(place, made, seconds(due), _taken_up(waiting, told))


def _taken_up(waiting: Awaited, told: Sequence[Signs]) -> float | None:
    kept = kept_by(waiting, told)
    times = [kept.at] if kept is not None else []
    times += [at for one in told for at, side in spoken_of(waiting, one) if side is Side.OURS]
    return min(times, default=None)


def time_of(talk: Talk, number: int) -> float:
    """Return when a turn was spoken, in seconds since 1970; 0 where it is not known."""
    return seconds(talk.turn(number).at or talk.conversation.started_at)
