"""Today: the few people to think of, and why; each thing with the words that it rests on.

Who has something open is kept (``theirside.app.waiting``); what it is, is worked out for those who
are shown, so that the page is quick however many people there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from theirside.app import queries, services
from theirside.app.due import people_with_talks
from theirside.app.queries.waiting import LATELY, SOON
from theirside.app.waiting import FEELING, feeling_code, felt_lately, look
from theirside.conversation import Conversation
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.serve.due import ANSWER_WITHIN, Due, DueKind, With, due_with, fits_due
from theirside.translating import to_translate
from theirside.understand.understanding import Person

MOST = 7
"""People on the page: a longer list is read by nobody."""
EACH = 2
"""Things of one person that are shown; the person's page has the rest."""
ROWS = 120
BACK_LATELY = timedelta(days=7)
"""So long, an answer to a check-back is brought up."""
RETURNED = "returned"
MARKS: Mapping[str, tuple[str, ...]] = {
    DueKind.OUR_PROMISE: ("kept", "let go"),
    DueKind.THEIR_PROMISE: ("kept", "let go"),
    DueKind.COME_BACK: ("done",),
}
"""What may be said by hand of each sort of thing."""
SNOOZED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Thing:
    """One reason to think of somebody. ``kind`` is a ``DueKind``, ``feeling`` or ``returned``.

    ``about`` is what it is where there is no quote, ``marks`` what may be said of it by hand.
    """

    id: str
    kind: str
    about: str
    why: str
    quote: Quote | None = None
    on: date | None = None
    said: date | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfPerson:
    """Somebody to think of; ``subject`` names them, with whoever else it concerns."""

    person: Person
    subject: str
    things: tuple[Thing, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Today:
    """The people of the day. ``talks`` are those quoted, by id.

    ``more`` counts people who have something open besides; ``looking`` those who were not looked at
    yet; ``known`` says that there is anybody at all.
    """

    day: date
    people: tuple[OfPerson, ...]
    more: int
    looking: int
    known: bool
    talks: Mapping[str, Conversation]


def today(day: date, most: int = MOST) -> Today:
    """Return who to think of on a day, the first things first."""
    left = look(day)
    order = _order(day)
    talks: dict[str, Conversation] = {}
    shown: list[OfPerson] = []
    seen: set[str] = set()
    ids, at, size = list(order), 0, most
    while at < len(ids) and len(shown) < most:
        several = ids[at : at + size]
        past = at + size
        size *= 2  # few of them have anything for now: look further at once
        for each in _worked_out(several, day, order, talks):
            if len(shown) >= most:
                break
            at += 1
            fresh = tuple(one for one in each.things if one.id not in seen)
            if not fresh:
                continue
            seen.update(one.id for one in fresh)
            more = max(0, len(fresh) - EACH)
            shown.append(OfPerson(each.person, each.subject, fresh[:EACH], more))
        else:
            at = past
    quoted = {one.quote.conversation for e in shown for one in e.things if one.quote}
    return Today(
        day,
        tuple(shown),
        max(0, len(ids) - at),
        left,
        bool(shown) or bool(queries.has_people()),
        {key: talk for key, talk in talks.items() if key in quoted},
    )


def _order(day: date) -> dict[str, list[Thing]]:
    """Return the people to look at, first ones first, with what is known of them without talks."""
    hidden = set(queries.put_off(day))
    beside: dict[str, list[Thing]] = {}
    for person, thing in (*_returned(day), *_fits(day), *_unanswered(day)):
        if thing.id not in hidden:
            beside.setdefault(person, []).append(thing)
    seen = queries.people_with_ids(list(beside))
    beside = {person: things for person, things in beside.items() if person in seen}
    found: dict[str, list[Thing]] = {
        person: things
        for person, things in beside.items()
        if any(each.kind == RETURNED for each in things)
    }
    for each in queries.most_waiting(day, ROWS):
        found.setdefault(each.person, beside.get(each.person, []))
    return {**found, **{key: value for key, value in beside.items() if key not in found}}


def _returned(day: date) -> Iterator[tuple[str, Thing]]:
    from gettext import ngettext

    for each in queries.came_back(day - BACK_LATELY):
        counted = (
            (each.confirmed, "confirmed"),
            (each.corrected, "set right"),
            (each.withdrawn, "taken back"),
        )
        answers = each.confirmed + each.corrected + each.withdrawn
        told = ngettext("{} answer", "{} answers", answers).format(answers)
        parts = ", ".join(f"{number} {what}" for number, what in counted if number)
        yield (
            each.person,
            Thing(f"cb-{each.code}-back", RETURNED, f"{told}: {parts}", _RETURNED, on=each.at),
        )


_RETURNED = "They told us how well we understood them."


def _fits(day: date) -> Iterator[tuple[str, Thing]]:
    for each in fits_due(queries.fit_decisions()):
        if each.on is not None and each.on <= day + SOON and each.person:
            yield each.person, Thing(each.id, each.kind, each.text, each.why, on=each.on)


def _unanswered(day: date) -> Iterator[tuple[str, Thing]]:
    for each in queries.open_checkbacks():
        on = each.made_at.date() + ANSWER_WITHIN
        if day - LATELY <= on <= day:
            text = f"{each.open} of {each.of} statements without an answer"
            why = to_translate(
                "They have not said yet whether we understood them. Has it reached them?"
            )
            yield each.person.id, Thing(f"cb-{each.code}", DueKind.CHECKBACK, text, why, on=on)


def _worked_out(
    ids: Sequence[str],
    day: date,
    beside: Mapping[str, Sequence[Thing]],
    talks: dict[str, Conversation],
) -> list[OfPerson]:
    """Return these people, whom the viewer may see, with all their things; in the order given."""
    known = queries.people_with_ids(list(ids))
    everybody, found = people_with_talks(day, known)
    talks.update(found)
    hidden = set(queries.put_off(day))
    of_person = {it.person.id: list(_things(it, day)) for it in everybody}
    made = []
    for person in (each for each in ids if each in known):
        things = [*beside.get(person, ()), *of_person.get(person, ())]
        things = sorted(
            (each for each in things if each.id not in hidden), key=lambda one: _rank(one, day)
        )
        name = known[person].name
        made.append(OfPerson(known[person], name, tuple(things), 0))
    return made


def _things(it: With, day: date) -> Iterator[Thing]:
    for each in due_with(it, day):
        if not each.held and _is_for_now(each, day):
            yield _thing(each)
    for place, said in felt_lately(it, day):
        yield Thing(feeling_code(place), FEELING, "", _FELT, place, said=said)


_FELT = to_translate("Our next words passed over what they felt.")


def _is_for_now(each: Due, day: date) -> bool:
    if each.on is not None:
        return day - LATELY <= each.on <= day + SOON
    return each.said is not None and each.said >= day - LATELY


def _thing(each: Due) -> Thing:
    quote = each.evidence[-1] if each.evidence else None
    plain = quote is not None and (each.kind is not DueKind.COME_BACK or each.text == "Come back")
    about = "" if plain else each.text
    marks = MARKS.get(each.kind, ())
    return Thing(each.id, each.kind, about, each.why, quote, each.on, each.said, marks)


def _rank(each: Thing, day: date) -> tuple[int, int]:
    """Sort as ``queries.most_waiting`` does."""
    near = abs((day - (each.on or each.said or day)).days)
    if each.kind == RETURNED:
        return 0, near
    if each.on is not None and each.on <= day:
        return (1 if each.kind == DueKind.OUR_PROMISE else 2), near
    if each.kind == DueKind.QUESTION:
        return 3, near
    return (4 if each.on is not None else 5), near


def put_off(person: str, code: str, until: date | None) -> None:
    """Put something off until a day; None brings it back. Raises ``NotFoundError``."""
    services.not_today(_person(person), code, until)


def said(person: str, code: str, how: str, day: date) -> None:
    """Say by hand that something was kept, let go or done; "" takes that back.

    Raises ``NotFoundError`` where it is gone, ``ValueError`` for what can't be said of it.
    """
    from theirside.app.promising import comebacks, mark_comeback, mark_promise, promises
    from theirside.serve.noted import Said

    who = _person(person)
    meant = Said(how) if how else None
    if code in {each.id for each in promises(day, who)[0]} and how in ("", "kept", "let go"):
        mark_promise(code, meant, day, day if meant is Said.KEPT else None, who)
    elif code in {each.id for each in comebacks(day, who)[0]} and how in ("", "done"):
        mark_comeback(code, meant, day, None, who)
    else:
        raise NotFoundError("This is not open any more; the page shows what is")


def _person(public: str) -> Person:
    found = queries.people_with_ids([public]).get(public)
    if found is None:
        raise NotFoundError("Nobody is known by this number any more")
    return found
