"""Promises that were made and not, as far as words tell, kept yet.

Precision first on both ends: a promise counts as kept where the same side says later that it is
done, or the other side thanks for it, in words of the promise. What nothing tells of stays open,
and is shown as such: "we found no sign that it was kept", never "it was broken".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.purpose.wants import Owed
from theirside.reader.split import spans
from theirside.understand.heard import time_of
from theirside.understand.moments import seconds
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise
from theirside.understand.words import any_of, stems_of

FORGOTTEN_AFTER = 200
"""Days after its day (or, without one, after it was made) that a promise is still brought up."""
BARE_FORGOTTEN_AFTER = 45
"""The same for one that names nothing ("I'll do that"): nobody knows any more what it was."""

_DONE = any_of(
    [
        r"(?:i|we)(?:'ve| have| had)? (?:\w+ ){0,2}?(?:sent|mailed|posted|attached|booked|asked|"
        r"checked|talked|spoken|spoke|written|wrote|called|phoned|fixed|changed|done|made|printed|"
        r"added|brought|found|put|signed|ordered|enclosed)",
        r"(?:it|this|that|they|the \w+)(?:'s| is| are|'re)? (?:\w+ ){0,2}?(?:attached|enclosed|"
        r"done|sent|ready|in the post|on its way|on their way)",
        r"(?:is|are) (?:attached|enclosed|below|in the post|on (?:its|their) way)",
        r"(?:here|below|attached|enclosed) (?:is|are|you have|you'll find|comes?|come)",
        r"here(?:'s| you go| it is| they are)",
        r"as (?:promised|agreed|you asked|you wished)",
        r"(?:i|we) (?:owed|promised) you",
        r"you have (?:it|them) (?:now|in)",
        r"went (?:off|out)",
    ]
)
_RECEIVED = any_of(
    [
        r"thank(?:s| you)(?: \w+){0,3} for (?:the|your|sending|that|this)",
        r"(?:it|they|the [\w ]{1,30}?) (?:came|arrived|(?:is|are) here|got here|reached (?:me|us))",
        r"(?:i|we)(?:'ve| have)? (?:got|received|read|had) (?:the|your|it|them)",
        r"(?:i|we)(?:'ve| have)? (?:talked|spoke|spoken) (?:to|with)",
    ]
)
_BESIDE = frozenset(
    "you it them will send get come back let tell have make give write mail call bring do week day "
    "month tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday".split()
)
_NO = re.compile(r"\b(?:not|never|n['’]t|yet|still|will|going to|if)\b|n['’]t\b|['’]ll\b", re.I)


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise and the words by which one sees that it was kept."""

    promise: Promise
    by: Quote


def kept_in(promises: Iterable[Promise], talks: Sequence[Talk]) -> list[Kept]:
    """Return the promises that these talks tell to have been kept, with the words that tell it."""
    found = ((each, next(iter(_signs(each, talks)), None)) for each in promises)
    return [Kept(promise, by) for promise, by in found if by is not None]


def owed(promises: Sequence[Promise], talks: Sequence[Talk], on: date) -> list[Owed]:
    """Return what is open on a day: late and soonest due first, then what has no day."""
    done = {id(each.promise) for each in kept_in(promises, talks)}
    still = [each for each in promises if id(each) not in done and _is_fresh(each, on)]
    made = [Owed(each, each.due is not None and each.due < on) for each in still]
    return sorted(made, key=lambda each: _rank(each, on))


def _is_fresh(promise: Promise, on: date) -> bool:
    day = promise.due or (promise.at.date() if promise.at is not None else on)
    limit = FORGOTTEN_AFTER if _named_in(promise) else BARE_FORGOTTEN_AFTER
    return (on - day).days <= limit


def _rank(each: Owed, on: date) -> tuple[bool, float]:
    due = each.promise.due
    away = abs((due - on).days) if due is not None else 0.0
    return (due is None, away if due is not None else -seconds(each.promise.at))


def _named_in(promise: Promise) -> frozenset[str]:
    """Return the content stems of what was promised, without those of any promise."""
    return stems_of(promise.text) - _beside()


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    return _BESIDE | stems_of(" ".join(_BESIDE))


def _signs(promise: Promise, talks: Sequence[Talk]) -> Iterator[Quote]:
    """Yield the sentences said after a promise that tell of its being kept."""
    wanted = _named_in(promise)
    place = promise.evidence[-1]
    for talk in talks:
        for number, turn in enumerate(talk.conversation.turns):
            if talk.id == place.conversation:
                if number <= place.turn:
                    continue
            elif seconds(time_of(talk.conversation, turn)) <= seconds(promise.at):
                continue
            own = (turn.speaker.side is Side.OURS) is promise.by_us
            if turn.speaker.side is not Side.UNKNOWN:
                yield from _telling(talk, number, _DONE if own else _RECEIVED, wanted)


def _telling(
    talk: Talk, number: int, telling: re.Pattern[str], wanted: frozenset[str]
) -> Iterator[Quote]:
    text = talk.turn(number).text
    if not telling.search(text):
        return
    enough = 1 if len(wanted) < 3 else 2
    for start, end in spans(text):
        said = text[start:end]
        match = telling.search(said)
        if match is None or _NO.search(said[: match.end()]) or said.rstrip().endswith("?"):
            continue
        quote = Quote(talk.id, number, start, end, said)
        if wanted and len(wanted & stems_of(said)) >= enough and talk.may_show(quote):
            yield quote
