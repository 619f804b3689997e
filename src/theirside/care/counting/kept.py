"""Promises of ours, and which of them were kept, as far as later words tell.

``what`` is ``made`` or ``kept``. A promise is looked at once we were in touch again after its day
(or at all, where it names none). Whether it was kept is judged where it is for all, in
``theirside.understand.kept``. Keeping it without a word can't be heard, so the true share is this
or higher.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered, divided, of_rate, of_share
from theirside.care.spoken import Spoken
from theirside.conversation import Channel, Side
from theirside.evidence import Quote
from theirside.understand.awaited import awaited
from theirside.understand.heard import is_label, time_of
from theirside.understand.keeping import signs_in
from theirside.understand.kept import keeping_in
from theirside.understand.on_the_spot import is_courtesy, is_kept_at_once
from theirside.understand.promises import day_named
from theirside.understand.understanding import Promise

MADE, KEPT = "made", "kept"
LABELS: Mapping[str, tuple[str, ...]] = {MADE: ("promise",), KEPT: ("promise",)}
_LASTING = frozenset({Channel.MAIL, Channel.CHAT})


def tally(spoken: Spoken, how: How) -> Tally:
    """Return the promises of ours in a talk, or those that came due and were kept by it."""
    made = list(made_in(spoken))
    if how.what == MADE:
        return Tally(len(made), 1, tuple(each.evidence[0] for each in made))
    return _kept(spoken, made)


def made_in(spoken: Spoken) -> Iterator[Promise]:
    """Yield our promises in this talk that it does not keep itself."""
    talk, told = spoken.talk, set[Quote]()
    for each in talk.annotations:
        if not is_label(each, "promise") or talk.side(each.turn) is not Side.OURS:
            continue
        place = talk.quote(each)
        if place in told or is_kept_at_once(talk, each) or is_courtesy(talk, each):
            continue
        told.add(place)
        at = time_of(talk.conversation, talk.turn(each.turn))
        day = each.due or day_named(place.text, at)
        yield Promise(place.text, True, day, (place,), at)


def _kept(spoken: Spoken, made: list[Promise]) -> Tally:
    own = [awaited(each, spoken.talk) for each in made]
    own = [each for each in own if not each.is_restraint and not each.is_conditional]
    kept: list[Quote] = []
    missed: list[Quote] = []
    looked_at = 0
    lasting = spoken.talk.conversation.channel in _LASTING
    told = signs_in(spoken.talk) if own or spoken.waiting else None
    for waiting in (*spoken.waiting, *(own if lasting else ())):
        place = waiting.promise.evidence[0]
        here = place.conversation == spoken.talk.id
        met = told is not None and keeping_in(waiting, told) is not None
        overdue = place in spoken.earlier.overdue
        if met:
            kept.append(place)
            looked_at += not overdue
            spoken.forget(waiting)
        elif not overdue and _is_due(spoken, waiting.promise, here=here):
            missed.append(place)
            looked_at += 1
            spoken.earlier.overdue.add(place)
        if here and not met:
            spoken.remember(waiting)
    if not lasting:
        for waiting in own:
            spoken.remember(waiting)
    return Tally(len(kept), looked_at, tuple(kept), tuple(missed))


def _is_due(spoken: Spoken, promise: Promise, *, here: bool) -> bool:
    """Say whether we were in touch after its day; without a day, at all in a later talk."""
    turns = spoken.turns[promise.evidence[0].turn + 1 :] if here else spoken.turns
    ours = [turn for turn in turns if turn.speaker.side is Side.OURS]
    if promise.due is None:
        return bool(ours) and not here
    times = [time_of(spoken.talk.conversation, turn) for turn in ours]
    return any(at is not None and at.date() > promise.due for at in times)


def estimate(gathered: Gathered, how: How) -> Estimate:
    """Return the share kept, or the promises a talk."""
    return divided(gathered, of_rate if how.what == MADE else of_share)
