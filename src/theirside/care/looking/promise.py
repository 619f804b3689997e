"""We promised something for a day, spoke again after that day, and never came back to it.

Precision first: to be told of a broken promise that was kept does harm. Whatever of ours comes
later and has enough of its words, or one of them beside words of delivery ("here is", "as
promised"), counts as coming back to it. A promise without a day, or with hardly a word of content,
is left out. So does a word of it beside words of receipt in what they say ("the list arrived").
"""

from __future__ import annotations

from collections.abc import Iterator

from theirside.care.counting._choosing import word_list
from theirside.care.counting.kept import DONE, made_in
from theirside.care.looking._turns import shown
from theirside.care.looking.passed_over import said_at
from theirside.care.moment import Found, How
from theirside.care.spoken import Spoken
from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.understand.heard import time_of
from theirside.understand.understanding import Promise
from theirside.understand.words import enough_of, stems_of

RECEIVED = "received"
FEWEST = 2
"""Words of content that a promise must have to be known again."""


def look(spoken: Spoken, how: How) -> Iterator[Found]:  # noqa: ARG001 (as its siblings)
    """Yield the promises that this talk shows to be forgotten, made in it or in earlier ones."""
    made = [each for each in made_in(spoken) if _can_be_known_again(each)]
    for promise in [*_waiting(spoken), *made]:
        place = promise.evidence[0]
        turns = range(place.turn + 1 if place.conversation == spoken.talk.id else 0,
                      len(spoken.turns))  # fmt: skip
        ours = [number for number in turns if spoken.sides[number] is Side.OURS]
        if any(_comes_back(spoken, number, promise) for number in turns):
            _forget(spoken, promise)
        elif any(_is_after(spoken, number, promise) for number in ours):
            _forget(spoken, promise)
            if evidence := _evidence(spoken, place):
                due = f"{promise.due.day} {promise.due:%b %Y}" if promise.due else ""
                yield Found(evidence, note=f"due {due}")
        elif promise in made:
            _remember(spoken, promise)


def _can_be_known_again(promise: Promise) -> bool:
    return promise.due is not None and len(stems_of(promise.text)) >= FEWEST


def _comes_back(spoken: Spoken, number: int, promise: Promise) -> bool:
    """Say whether a turn of ours takes the promise up, or one of theirs says that it was kept."""
    text, wanted = spoken.turns[number].text, stems_of(promise.text)
    shared = len(wanted & stems_of(text))
    if spoken.sides[number] is not Side.OURS:
        return bool(shared and word_list(RECEIVED).search(text))
    return shared >= enough_of(len(wanted)) or bool(shared and word_list(DONE).search(text))


def _is_after(spoken: Spoken, number: int, promise: Promise) -> bool:
    at = time_of(spoken.talk.conversation, spoken.turns[number])
    return at is not None and promise.due is not None and at.date() > promise.due


def _evidence(spoken: Spoken, place: Quote) -> tuple[Quote, ...]:
    if place.conversation != spoken.talk.id:
        return (place,)
    said = said_at(spoken, place)
    return shown(spoken, [said]) if said else ()


def _waiting(spoken: Spoken) -> list[Promise]:
    known = (spoken.earlier.promises.get(who, ()) for who in sorted(spoken.talk.present))
    return list(dict.fromkeys(each for some in known for each in some))


def _remember(spoken: Spoken, promise: Promise) -> None:
    for who in spoken.talk.present:
        spoken.earlier.promises.setdefault(who, []).append(promise)


def _forget(spoken: Spoken, promise: Promise) -> None:
    for some in spoken.earlier.promises.values():
        while promise in some:
            some.remove(promise)
