"""A stored talk held against what was prepared for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from theirside.app import queries
from theirside.app.knowing import Known
from theirside.conversation import Channel, Conversation
from theirside.errors import NotFoundError
from theirside.purpose.debrief import Debrief
from theirside.purpose.debriefing import Door, debrief
from theirside.purpose.wants import Prepared
from theirside.understand.heard import time_of
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person

_LIVE = frozenset({Channel.CALL, Channel.MEETING})


def debriefed(conversation: Conversation, person: Person) -> tuple[Debrief, Known]:
    """Return a talk held against what was prepared for it with that person.

    Raises ``NotFoundError`` where the person took no part in it, ``SettingsError`` when
    ``offer.yaml`` is there and not as it should be.
    """
    from theirside.reader.encoder import default_encoder

    everything = Known.of(person)
    whole = next((each for each in everything.conversations if each.id == conversation.id), None)
    if whole is None:
        raise NotFoundError(
            f"{person.name} took no part in {conversation.subject or conversation.id!r}; "
            f"`theirside show {conversation.id[:12]}` prints it"
        )
    prepared = preparation_for(whole, queries.preparations_of(person), everything.conversations)
    first = _first_after(whole, prepared.day) if prepared is not None else 0
    at = time_of(whole, whole.turns[first])
    before = everything.before(at) if at is not None else everything
    if not first:
        before = before.without(whole.id)
    after = before.with_talk(whole, whole.last_at)
    people = everything.inputs.people
    made = debrief(
        Talk.of(whole, everything.annotations[whole.id], people),
        Door(before.understanding(), before.talks),
        after.understanding(),
        people,
        default_encoder(),
        prepared=prepared,
        first=first,
    )
    return made, everything


def whose_side(conversation: str, asked: str = "") -> tuple[Person, tuple[Person, ...]]:
    """Return from whose side a talk is held against its preparation, and who else could be.

    ``asked`` names somebody; else it is the one for whom something was prepared, else who said
    most. Raises ``NotFoundError`` where nobody on their side spoke, or for ``asked``.
    """
    spoke = queries.people_who_spoke(conversation)
    if asked:
        whom = queries.find_person(asked)
    elif not spoke:
        raise NotFoundError(
            f"{conversation}: nobody on their side spoke in it; "
            f"`theirside sides {conversation}` says who is who"
        )
    else:
        prepared = [each for each in spoke if queries.preparations_of(each)]
        whom = prepared[0] if len(prepared) == 1 else spoke[0]
    return whom, tuple(each for each in spoke if each.id != whom.id)


def preparation_for(
    talk: Conversation, preparations: Sequence[Prepared], others: Sequence[Conversation]
) -> Prepared | None:
    """Return the preparation that was for a talk: the last one up to its last day.

    None where a call or meeting with the person lies between the two: it was for that one.
    """
    last = talk.last_at.date() if talk.last_at is not None else None
    fitting = [each for each in preparations if last is None or each.day <= last]
    if not fitting:
        return None
    found = max(fitting, key=lambda each: each.day)
    for other in others:
        begun = other.started_at
        if other.id == talk.id or other.channel not in _LIVE or begun is None or last is None:
            continue
        if found.day <= begun.date() < _begun(talk, last):
            return None
    return found


def _begun(talk: Conversation, last: date) -> date:
    return talk.started_at.date() if talk.started_at is not None else last


def _first_after(talk: Conversation, day: date) -> int:
    """Return the first turn that was spoken on that day or later: 0 where times are unknown."""
    times = [time_of(talk, turn) for turn in talk.turns]
    return next((n for n, at in enumerate(times) if at is not None and at.date() >= day), 0)
