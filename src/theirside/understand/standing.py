"""How a promise stands on a day: open, due, late, kept, kept late, forgotten or let go.

``DAYS`` is the one place in which it says how long each of these lasts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import blake2b

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.understand.awaited import Awaited, awaited
from theirside.understand.heard import overlaps
from theirside.understand.keeping import Signs, signs_in
from theirside.understand.kept import By, Keeping, kept_by, spoken_of
from theirside.understand.moments import seconds
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise


@dataclass(frozen=True, slots=True)
class Days:
    """How many days things last.

    ``soon``: a promise is due so many days before its day. ``forgotten``: late for so long, and
    never spoken of again, it is forgotten. ``rest``: so long after its day, or after it was made,
    it is brought up no more; ``bare_rest`` is the same for one that names nothing.
    """

    soon: int = 2
    forgotten: int = 30
    rest: int = 200
    bare_rest: int = 45


DAYS = Days()


class Standing(StrEnum):
    """How a promise stands."""

    OPEN = "open"
    DUE = "due"
    LATE = "late"
    KEPT = "kept"
    KEPT_LATE = "kept late"
    FORGOTTEN = "forgotten"
    LET_GO = "let go"


UNMET = frozenset({Standing.OPEN, Standing.DUE, Standing.LATE, Standing.FORGOTTEN})


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody marked by hand: kept (``on`` a day, if they said which) or let go.

    Anchored to the quote rather than to a number, so that it outlives a newer reader.
    """

    quote: Quote
    standing: Standing
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A promise, how it stands, and what shows it. ``on`` is the day on which it was kept.

    ``again`` is when it was last spoken of, in seconds since 1970; 0 if never.
    """

    id: str
    promise: Promise
    standing: Standing
    kept: Keeping | None = None
    on: date | None = None
    by: By | None = None
    again: float = 0.0

    @property
    def is_unmet(self) -> bool:
        """Whether it still waits to be kept."""
        return self.standing in UNMET


def promise_id(promise: Promise, turn: str) -> str:
    """Return eight characters that name a promise for good: by its first place, not its words.

    ``turn`` is that turn's own id, which is the same at every import.
    """
    place = promise.evidence[0]
    key = f"{place.conversation}\n{turn}\n{place.start}"
    return blake2b(key.encode(), digest_size=4).hexdigest()


def judged(
    promises: Sequence[Promise],
    talks: Sequence[Talk],
    on: date,
    *,
    marks: Iterable[Mark] = (),
    days: Days = DAYS,
) -> list[Judged]:
    """Return each promise as it stands on a day, in the order given.

    ``talks`` are those with that person; what was said after the day counts for nothing. Left out
    is what leaves nothing to wait for: a restraint, or what binds only in some case.
    """
    by_id = {talk.id: talk for talk in talks}
    told = [signs_in(talk) for talk in talks] if promises else []
    by_place: dict[tuple[str, int], list[Mark]] = {}
    for mark in marks:
        by_place.setdefault((mark.quote.conversation, mark.quote.turn), []).append(mark)
    return [
        _judge(waiting, told, on, _mark_of(promise, by_place), days, by_id)
        for promise in promises
        for waiting in (awaited(promise, by_id.get(promise.evidence[0].conversation)),)
        if not waiting.is_restraint and not waiting.is_conditional
    ]


def _mark_of(promise: Promise, marks: Mapping[tuple[str, int], list[Mark]]) -> Mark | None:
    found = [
        mark
        for place in promise.evidence
        for mark in marks.get((place.conversation, place.turn), ())
        if overlaps(mark.quote, place)
    ]
    return found[-1] if found else None


def _judge(
    waiting: Awaited,
    told: Sequence[Signs],
    on: date,
    mark: Mark | None,
    days: Days,
    talks: Mapping[str, Talk],
) -> Judged:
    promise = waiting.promise
    place = promise.evidence[0]
    talk = talks.get(place.conversation)
    name = promise_id(promise, talk.turn(place.turn).id if talk is not None else str(place.turn))
    if mark is not None:
        late = mark.on is not None and promise.due is not None and mark.on > promise.due
        stands = Standing.KEPT_LATE if mark.standing is Standing.KEPT and late else mark.standing
        return Judged(name, promise, stands, None, mark.on, By.HAND)
    keeping = kept_by(waiting, told)
    if keeping is not None and (keeping.on is None or keeping.on <= on):
        late = keeping.is_late(promise.due)
        stands = Standing.KEPT_LATE if late else Standing.KEPT
        return Judged(name, promise, stands, keeping, keeping.on, keeping.by)
    end = seconds_of(on)
    again = max((at for at, _ in _mentions(waiting, told) if at <= end), default=0.0)
    return Judged(name, promise, _unmet(waiting, on, again, days), again=again)


def _mentions(waiting: Awaited, told: Sequence[Signs]) -> Iterator[tuple[float, Side]]:
    for each in told:
        yield from spoken_of(waiting, each)


def seconds_of(day: date) -> float:
    """Return the end of a day, UTC, in seconds since 1970."""
    from datetime import UTC, datetime, time

    return seconds(datetime.combine(day, time.max, UTC))


def _unmet(waiting: Awaited, on: date, again: float, days: Days) -> Standing:
    """Return how a promise stands that nothing shows to have been kept."""
    promise = waiting.promise
    made = promise.at.date() if promise.at is not None else None
    if promise.due is not None and promise.due >= on:
        soon = promise.due - on <= timedelta(days=days.soon)
        return Standing.DUE if soon else Standing.OPEN
    since = promise.due or made
    if since is None:
        return Standing.OPEN
    patience = days.forgotten
    if promise.due is None:  # it can't be late, so it is left alone for longer
        patience = days.bare_rest if waiting.is_bare else days.rest
    quiet = on - max(since, _day_of(again) or since)
    if quiet > timedelta(days=patience):
        return Standing.FORGOTTEN
    return Standing.LATE if promise.due is not None else Standing.OPEN


def _day_of(at: float) -> date | None:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(at, UTC).date() if at else None


def rests(each: Judged, on: date, days: Days = DAYS) -> bool:
    """Say whether a promise is so old that it is brought up no more."""
    from theirside.understand.awaited import named_in

    day = each.promise.due or (each.promise.at.date() if each.promise.at is not None else on)
    limit = days.rest if named_in(each.promise.text) else days.bare_rest
    return (on - day).days > limit
