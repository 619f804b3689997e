"""What is due with somebody: promises on both sides, come-backs, and what waits for an answer.

Each with why, and with the words that it rests on. While they have asked for quiet, nothing is due
to them: it moves to the day on which that ends or, where nobody knows which day that is, it is held
back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from theirside.evidence import Quote
from theirside.serve.comebacks import (
    ComeBack,
    Kind,
    Stage,
    comebacks_in,
    stage,
)
from theirside.serve.decisions import Decided, standing
from theirside.serve.noted import HandMark, Noted, Said, What, stands_noted
from theirside.serve.quiet import quiet_until, restraints
from theirside.translating import to_translate
from theirside.understand.awaited import comes_to_us, named_in
from theirside.understand.heard import overlaps, time_of
from theirside.understand.phrases import plain
from theirside.understand.standing import DAYS, Days, Judged, Mark, Standing, judged, rests
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person, Promise

ASKED_LATELY = timedelta(days=90)
"""So long, a question of theirs without an answer is brought up."""
ANSWER_WITHIN = timedelta(days=10)
"""So long, a check-back is left to be answered before one asks how they liked it."""
UNDATED_FOR = timedelta(days=30)
"""So long, a promise that names no day is brought up."""


class DueKind(StrEnum):
    """What is due."""

    OUR_PROMISE = "our promise"
    THEIR_PROMISE = "their promise"
    COME_BACK = "come back"
    FIT = "fit"
    QUESTION = "question"
    CHECKBACK = "check-back"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due. ``on`` is None where no day is known: then one has to ask, or choose.

    ``subject`` is the name to show; ``person`` the id of whom it is with ("" for a company without
    anybody left). ``text`` is what it is, ``why`` what makes it due, ``evidence`` the words it
    rests on. ``held`` says why it is not due yet though its day has come: they asked for quiet.
    """

    id: str
    kind: DueKind
    person: str
    subject: str
    on: date | None
    standing: str
    text: str
    why: str
    evidence: tuple[Quote, ...] = ()
    said: date | None = None
    held: str = ""


@dataclass(frozen=True, slots=True)
class With:
    """A person, the talks with them, and what these leave open; ``noted`` is theirs only."""

    person: Person
    talks: Sequence[Talk]
    promises: Sequence[Promise]
    unanswered: Sequence[Quote]
    marks: Sequence[HandMark] = ()
    noted: Sequence[Noted] = ()
    days: Days = DAYS


def due_with(it: With, today: date) -> list[Due]:
    """Return all that is open with a person, in no order; of old things only what still matters."""
    comebacks = comebacks_in(it.talks, it.person.id)
    found = [
        *_promises(it, today),
        *_comebacks(it, comebacks, today),
        *_noted(it, today),
        *_questions(it, today),
    ]
    return _after_quiet(found, [*comebacks, *restraints(it.promises)], it, today)


def judged_with(it: With, today: date) -> list[Judged]:
    """Return how all promises with a person stand on a day."""
    marks = [
        Mark(
            each.quote,
            Standing.KEPT if each.said is Said.KEPT else Standing.LET_GO,
            each.day,
        )
        for each in it.marks
        if each.what is What.PROMISE
    ]
    return judged(it.promises, it.talks, today, marks=marks, days=it.days)


def _promises(it: With, today: date) -> Iterator[Due]:
    for each in judged_with(it, today):
        promise = each.promise
        if not each.is_unmet or rests(each, today, it.days) or not _is_worth(promise, today):
            continue
        yield Due(
            id=each.id,
            kind=DueKind.OUR_PROMISE if promise.by_us else DueKind.THEIR_PROMISE,
            person=it.person.id,
            subject=it.person.name,
            on=promise.due,
            standing=str(each.standing),
            text=plain(promise.text),
            why=_why(each),
            evidence=promise.evidence,
            said=promise.at.date() if promise.at is not None else None,
        )


def _is_worth(promise: Promise, today: date) -> bool:
    """Say whether a promise is to be brought up: with a day or, ours and named, made lately.

    Of theirs, one by which something comes to us: what they do among themselves is theirs.
    """
    if promise.due is not None:
        return promise.by_us or comes_to_us(promise.text)
    made = promise.at.date() if promise.at is not None else None
    lately = made is not None and today - made <= UNDATED_FOR
    return lately and promise.by_us and bool(named_in(promise.text))


_WHY = {
    (True, Standing.OPEN): to_translate("We said that we would."),
    (True, Standing.DUE): to_translate("We said that we would."),
    (True, Standing.LATE): to_translate("Its day is over, and we found no sign that it was kept."),
    (True, Standing.FORGOTTEN): to_translate(
        "Its day is long over, and nobody has spoken of it since."
    ),
    (False, Standing.OPEN): to_translate("They said that they would."),
    (False, Standing.DUE): to_translate("They said that they would."),
    (False, Standing.LATE): to_translate("Its day is over; did it reach us some other way?"),
    (False, Standing.FORGOTTEN): to_translate("Its day is long over. Is it still wanted?"),
}


def _why(each: Judged) -> str:
    return _WHY[each.promise.by_us, each.standing]


def _comebacks(it: With, comebacks: Sequence[ComeBack], today: date) -> Iterator[Due]:
    for each in comebacks:
        mark = mark_on(each, it.marks)
        if each.kind is Kind.QUIET or (mark is not None and mark.said is Said.DONE):
            continue
        put_off = mark.day if mark is not None else None
        now = replace(each, on=put_off) if put_off is not None else each
        how = stage(now, it.talks, today)
        if how in (Stage.MET, Stage.RESTS):
            continue
        yield Due(
            id=each.id,
            kind=DueKind.COME_BACK,
            person=it.person.id,
            subject=it.person.name,
            on=now.on,
            standing=str(how),
            text=_what_first(each, put_off),
            why=each.why,
            evidence=each.evidence,
            said=each.said,
        )


def _what_first(each: ComeBack, put_off: date | None) -> str:
    if put_off is not None:
        return "Come back; put off by hand"
    if each.told_over is not None:
        return f"Come back: “{each.event}” has happened"
    if each.event:
        return f"Come back after “{each.event}”" + ("" if each.on else "; when: ask")
    return "Come back" if each.on else "Come back; when: ask"


def mark_on(each: ComeBack, marks: Iterable[HandMark]) -> HandMark | None:
    found = [
        mark
        for mark in marks
        if mark.what is What.COME_BACK
        and any(
            mark.quote.conversation == place.conversation and overlaps(mark.quote, place)
            for place in each.evidence
        )
    ]
    return found[-1] if found else None


def _noted(it: With, today: date) -> Iterator[Due]:
    for each in it.noted:
        if each.said in (Said.KEPT, Said.LET_GO, Said.DONE):
            continue
        on = each.marked if each.said is Said.PUT_OFF else each.day
        promise = each.what is What.PROMISE
        kind = DueKind.OUR_PROMISE if each.by_us else DueKind.THEIR_PROMISE
        yield Due(
            id=each.id,
            kind=kind if promise else DueKind.COME_BACK,
            person=it.person.id,
            subject=it.person.name,
            on=on,
            standing=stands_noted(each, today),
            text=plain(each.text),
            why=to_translate("Noted by hand."),
            said=each.noted,
        )


def _questions(it: With, today: date) -> Iterator[Due]:
    talks = {talk.id: talk for talk in it.talks}
    for place in it.unanswered:
        talk = talks.get(place.conversation)
        at = time_of(talk.conversation, talk.turn(place.turn)) if talk is not None else None
        if at is None or not timedelta() <= today - at.date() <= ASKED_LATELY:
            continue
        yield Due(
            id=f"q-{place.conversation}-{place.turn}-{place.start}",
            kind=DueKind.QUESTION,
            person=it.person.id,
            subject=it.person.name,
            on=None,
            standing="open",
            text=plain(place.text),
            why=to_translate("They asked, and we found no answer."),
            evidence=(place,),
            said=at.date(),
        )


def _after_quiet(
    found: Iterable[Due], quiet: Sequence[ComeBack], it: With, today: date
) -> list[Due]:
    """Return things due with those that fall into a quiet time moved to its end, or held back."""
    kept: list[Due] = []
    for each in found:
        if each.kind is DueKind.THEIR_PROMISE:
            kept.append(each)
            continue
        day = max(each.on or today, today)
        silence = quiet_until(quiet, it.talks, it.person.id, day)
        if silence is None:
            kept.append(each)
            continue
        why = f"{silence[0].why} “{plain(silence[0].evidence[-1].text)}”"
        kept.append(replace(each, on=silence[1], held=why))
    return kept


def fits_due(decided: Iterable[Decided]) -> Iterator[Due]:
    """Yield the decisions on a fit that somebody wanted to look at again."""
    for each in standing(decided):
        if each.look_again is None:
            continue
        yield Due(
            id=f"fit-{each.at:%Y%m%d%H%M%S}-{each.people[0] if each.people else ''}",
            kind=DueKind.FIT,
            person=each.people[0] if each.people else "",
            subject=each.subject,
            on=each.look_again,
            standing=str(each.decision),
            text=f"Look again at whether we are for them; decided: {each.decision}",
            why=each.because,
            said=each.at.date(),
        )


def order(each: Due) -> tuple[bool, date, str, str, str]:
    """Sort by day, what has none last; promises of ours before the rest of a day."""
    rank = list(DueKind).index(each.kind)
    return (each.on is None, each.on or date.max, str(rank), each.subject, each.id)
