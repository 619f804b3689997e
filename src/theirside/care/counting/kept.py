"""Promises of ours, and which of them were kept, as far as later words tell.

``what`` is ``made`` or ``kept``. A promise is looked at once we were in touch again after its day
(or at all, where it names none): kept is one whose words we take up while saying that it is done
("here is the list", "as promised"). Keeping it without a word can't be heard, so the true share is
this or higher.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from theirside.care.counting._choosing import word_list
from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered, divided, of_rate, of_share
from theirside.care.spoken import Spoken
from theirside.conversation import Channel, Side
from theirside.evidence import Quote
from theirside.understand.heard import is_label, time_of
from theirside.understand.on_the_spot import is_courtesy, is_kept_at_once
from theirside.understand.understanding import Promise
from theirside.understand.words import stems_of

MADE, KEPT = "made", "kept"
LABELS: Mapping[str, tuple[str, ...]] = {MADE: ("promise",), KEPT: ("promise",)}
DONE = "done"
ENOUGH = 2
"""Words of content that a later sentence must share with a promise to be about it."""
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
        yield Promise(place.text, True, each.due, (place,), at)


def _kept(spoken: Spoken, made: list[Promise]) -> Tally:
    waiting = _waiting(spoken)
    kept: list[Quote] = []
    missed: list[Quote] = []
    looked_at = 0
    lasting = spoken.talk.conversation.channel in _LASTING
    done = _done(spoken)
    for promise in (*waiting, *(made if lasting else ())):
        place = promise.evidence[0]
        here = place.conversation == spoken.talk.id
        after = {turn: stems for turn, stems in done.items() if not here or turn > place.turn}
        met = any(len(stems_of(promise.text) & stems) >= ENOUGH for stems in after.values())
        overdue = place in spoken.earlier.overdue
        if met:
            kept.append(place)
            looked_at += not overdue
            _forget(spoken, promise)
        elif not overdue and _is_due(spoken, promise, here=here):
            missed.append(place)
            looked_at += 1
            spoken.earlier.overdue.add(place)
        if here and not met:
            _remember(spoken, promise)
    if not lasting:
        for promise in made:
            _remember(spoken, promise)
    return Tally(len(kept), looked_at, tuple(kept), tuple(missed))


def _done(spoken: Spoken) -> dict[int, frozenset[str]]:
    """Return the words of our sentences that say that something is done, by turn."""
    found: dict[int, frozenset[str]] = {}
    for each in spoken.sentences:
        if each.side is Side.OURS and word_list(DONE).search(each.text):
            found[each.turn] = found.get(each.turn, frozenset()) | stems_of(each.text)
    return found


def _is_due(spoken: Spoken, promise: Promise, *, here: bool) -> bool:
    """Say whether we were in touch after its day; without a day, at all in a later talk."""
    turns = spoken.turns[promise.evidence[0].turn + 1 :] if here else spoken.turns
    ours = [turn for turn in turns if turn.speaker.side is Side.OURS]
    if promise.due is None:
        return bool(ours) and not here
    times = [time_of(spoken.talk.conversation, turn) for turn in ours]
    return any(at is not None and at.date() > promise.due for at in times)


def _waiting(spoken: Spoken) -> list[Promise]:
    promises = (spoken.earlier.promises.get(who, ()) for who in sorted(spoken.talk.present))
    return list(dict.fromkeys(each for some in promises for each in some))


def _remember(spoken: Spoken, promise: Promise) -> None:
    for who in spoken.talk.present:
        spoken.earlier.promises.setdefault(who, []).append(replace(promise))


def _forget(spoken: Spoken, promise: Promise) -> None:
    for some in spoken.earlier.promises.values():
        if promise in some:
            some.remove(promise)


def estimate(gathered: Gathered, how: How) -> Estimate:
    """Return the share kept, or the promises a talk."""
    return divided(gathered, of_rate if how.what == MADE else of_share)
