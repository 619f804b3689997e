"""What is usual: the middle of many single values, such as the silences after they speak.

``what`` is ``silence`` (seconds between their last word and our first), ``mail_words`` (words of a
mail of ours), ``mail_grade`` (its Flesch-Kincaid grade) or ``answer`` (hours until we answered).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from theirside.care.counting._choosing import opening_quotes
from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered
from theirside.care.grade import grade
from theirside.care.intervals import median
from theirside.care.intervals import middle as interval
from theirside.care.spoken import Spoken
from theirside.conversation import Side
from theirside.understand.moments import seconds

LABELS: Mapping[str, tuple[str, ...]] = {}
Found = Iterator[tuple[int, float]]
FEW_WORDS = 10
"""A mail of fewer words has no reading grade worth the name."""


def tally(spoken: Spoken, how: How) -> Tally:
    """Return the values of one talk, each with the turn of ours that it belongs to."""
    found = list(_LOOKS[how.what](spoken))
    return Tally(
        len(found),
        len(found),
        opening_quotes(spoken, [turn for turn, _ in found]),
        values=tuple(value for _, value in found),
    )


def _silences(spoken: Spoken) -> Found:
    """Yield the seconds of silence before each turn of ours that follows one of theirs."""
    for number in range(1, len(spoken.turns)):
        end, start = spoken.turns[number - 1].end, spoken.turns[number].start
        ours_follows = spoken.sides[number - 1 : number + 1] == (Side.THEIRS, Side.OURS)
        if not ours_follows or spoken.is_backchannel(number - 1):
            continue
        if end is not None and start is not None:
            yield number, max(0.0, start - end)


def _our_mails(spoken: Spoken) -> Iterator[int]:
    for number, side in enumerate(spoken.sides):
        if side is Side.OURS and spoken.words[number]:
            yield number


def _lengths(spoken: Spoken) -> Found:
    for number in _our_mails(spoken):
        yield number, float(spoken.words[number])


def _grades(spoken: Spoken) -> Found:
    for number in _our_mails(spoken):
        if spoken.words[number] >= FEW_WORDS:
            yield number, grade([each.text for each in spoken.by_turn[number]])


def _answers(spoken: Spoken) -> Found:
    """Yield the hours from the first mail of theirs that waited to the one of ours after it."""
    waiting: float | None = None
    for number, side in enumerate(spoken.sides):
        at = seconds(spoken.turns[number].at)
        if side is Side.THEIRS and waiting is None:
            waiting = at
        elif side is Side.OURS and waiting is not None:
            yield number, max(0.0, at - waiting) / 3600
            waiting = None


_LOOKS: Mapping[str, Callable[[Spoken], Found]] = {
    "silence": _silences,
    "mail_words": _lengths,
    "mail_grade": _grades,
    "answer": _answers,
}


def estimate(gathered: Gathered, how: How) -> Estimate:  # noqa: ARG001 (as its siblings)
    """Return the middle value and the interval by ranks."""
    if not gathered.values:
        return Estimate(None)
    return Estimate(median(gathered.values), interval(gathered.values))
