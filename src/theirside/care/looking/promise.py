"""We promised something for a day, spoke again after that day, and never came back to it.

Precision first: to be told of a broken promise that was kept does harm. What shows that it was kept
is judged where it is for all (``theirside.understand.kept``); here, whatever of ours comes later
and has enough of its words counts as coming back to it, too. A promise without a day, or with
hardly a word of content, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from theirside.care.counting.kept import made_in
from theirside.care.looking._turns import shown
from theirside.care.looking.passed_over import said_at
from theirside.care.moment import Found, How
from theirside.care.spoken import Spoken
from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.understand.awaited import Awaited, awaited
from theirside.understand.heard import time_of
from theirside.understand.keeping import Signs, signs_in
from theirside.understand.kept import keeping_in, spoken_of
from theirside.understand.words import stems_of

FEWEST = 2
"""Words of content that a promise must have to be known again."""


def look(spoken: Spoken, how: How) -> Iterator[Found]:  # noqa: ARG001 (as its siblings)
    """Yield the promises that this talk shows to be forgotten, made in it or in earlier ones."""
    made = [awaited(each, spoken.talk) for each in made_in(spoken)]
    made = [each for each in made if _can_be_known_again(each)]
    known = [*spoken.waiting, *made]
    told = signs_in(spoken.talk) if known else None
    for waiting in known:
        promise, place = waiting.promise, waiting.promise.evidence[0]
        if told is None or _comes_back(waiting, told):
            spoken.forget(waiting)
        elif _is_after(spoken, waiting):
            spoken.forget(waiting)
            if evidence := _evidence(spoken, place):
                due = f"{promise.due.day} {promise.due:%b %Y}" if promise.due else ""
                yield Found(evidence, note=f"due {due}")
        elif place.conversation == spoken.talk.id:
            spoken.remember(waiting)


def _can_be_known_again(waiting: Awaited) -> bool:
    if waiting.is_restraint or waiting.is_conditional or waiting.promise.due is None:
        return False
    return len(stems_of(waiting.promise.text)) >= FEWEST


def _comes_back(waiting: Awaited, told: Signs) -> bool:
    """Say whether the talk shows that it was kept, or at least that we still thought of it."""
    if keeping_in(waiting, told) is not None:
        return True
    return any(side is Side.OURS for _, side in spoken_of(waiting, told))


def _is_after(spoken: Spoken, waiting: Awaited) -> bool:
    """Say whether a turn of ours comes after the promise's day."""
    place, due = waiting.promise.evidence[0], waiting.promise.due
    first = place.turn + 1 if place.conversation == spoken.talk.id else 0
    times = [
        time_of(spoken.talk.conversation, spoken.turns[number])
        for number in range(first, len(spoken.turns))
        if spoken.sides[number] is Side.OURS
    ]
    return due is not None and any(at is not None and at.date() > due for at in times)


def _evidence(spoken: Spoken, place: Quote) -> tuple[Quote, ...]:
    if place.conversation != spoken.talk.id:
        return (place,)
    said = said_at(spoken, place)
    return shown(spoken, [said]) if said else ()
