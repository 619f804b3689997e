"""Promises of ours that were due and of which nothing in the talks shows that they were kept.

Precision first: to be told of a broken promise that was kept does harm. So anything of ours that
comes later counts as a sign that it was: the promise's own words again, or words of delivery
("as promised", "attached", "here is") with one of them. A promise with too little in it to be
recognised is left out, as is one without a day. Whether it was kept otherwise, nobody can read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.understand.moments import seconds
from theirside.understand.talk import Talk
from theirside.understand.understanding import Understanding
from theirside.understand.words import enough_of, gist, stems_of

_DELIVERED = re.compile(
    r"\b(?:as (?:promised|agreed|announced|discussed)|(?:i|we) (?:had )?(?:promised|owed|owe)|"
    r"attach(?:ed|ment)|enclosed|below|here (?:is|are|it is|they are|comes?)|here['’]s|"
    r"(?:i|we)(?:['’]ve| have) (?:\w+ )?"
    r"(?:sent|added|put|done|made|asked|checked|booked|spoken))\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r"['’]\w+")
_LETTERS = 4


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
    for each in understanding.promises:
        place = each.evidence[-1]
        wanted = _words_of(place.text)
        if not each.by_us or each.due is None or place.conversation not in by_id or len(wanted) < 2:
            continue
        made = time_of(by_id[place.conversation], place.turn)
        due = datetime(each.due.year, each.due.month, each.due.day, 23, 59, tzinfo=UTC)
        yield Owed(place, made, seconds(due), _taken_up(place, made, wanted, talks))


def _words_of(promise: str) -> frozenset[str]:
    stems = gist(_ENDING.sub("", promise)).stems
    return frozenset(stem for stem in stems if len(stem) >= _LETTERS)


def _taken_up(
    promise: Quote, made: float, wanted: frozenset[str], talks: Sequence[Talk]
) -> float | None:
    times = [
        time_of(talk, number)
        for talk in talks
        for number, turn in enumerate(talk.conversation.turns)
        if turn.speaker.side is Side.OURS
        and _is_later(promise, made, talk, number)
        and _takes_up(turn.text, wanted)
    ]
    return min(times, default=None)


def _is_later(promise: Quote, made: float, talk: Talk, number: int) -> bool:
    if talk.id == promise.conversation:
        return number > promise.turn
    return time_of(talk, number) > made


def _takes_up(text: str, wanted: frozenset[str]) -> bool:
    shared = len(wanted & stems_of(text))
    return shared >= enough_of(len(wanted)) or bool(shared and _DELIVERED.search(text))


def time_of(talk: Talk, number: int) -> float:
    """Return when a turn was spoken, in seconds since 1970; 0 where it is not known."""
    return seconds(talk.turn(number).at or talk.conversation.started_at)
