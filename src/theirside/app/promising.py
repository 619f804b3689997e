"""Promises and come-backs of the whole store as lists, and what somebody says of them by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from theirside.app import services
from theirside.app.due import people_with_talks
from theirside.conversation import Conversation
from theirside.errors import AmbiguousError, NotFoundError
from theirside.evidence import Quote
from theirside.serve.comebacks import ComeBack, Kind, comebacks_in, stage
from theirside.serve.due import With, judged_with, mark_on
from theirside.serve.noted import Noted, Said, What, stands_noted
from theirside.serve.quiet import quiet_until
from theirside.understand.phrases import plain
from theirside.understand.standing import Standing
from theirside.understand.understanding import Person

Talks = Mapping[str, Conversation]


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise as it stands. ``subject`` names whom it is with, ``kept`` tells that it was kept.

    ``on`` is when it was kept, ``by`` what shows it: word, receipt, deed or hand. ``evidence`` is
    empty for one that was noted by hand.
    """

    id: str
    by_us: bool
    subject: str
    people: tuple[str, ...]
    text: str
    due: date | None
    standing: str
    made: date | None
    evidence: tuple[Quote, ...]
    kept: Quote | None = None
    on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Patience:
    """One come-back or quiet time as it stands, what was said of it by hand included."""

    id: str
    kind: Kind
    subject: str
    people: tuple[str, ...]
    text: str
    why: str
    on: date | None
    event: str
    standing: str
    said: date | None
    evidence: tuple[Quote, ...]
    told_over: Quote | None = None


Row = TypeVar("Row", Promised, Patience)
OPEN = frozenset({Standing.OPEN, Standing.DUE, Standing.LATE, Standing.FORGOTTEN})


def promises(today: date, person: Person | None = None) -> tuple[list[Promised], Talks]:
    """Return all promises on both sides as they stand, those not kept first, and the talks."""
    chosen, talks = people_with_talks(today, None if person is None else [person.id])
    found = _once(each for it in chosen for each in _promised(it, today))
    return sorted(found, key=_promise_order), talks


def _promise_order(each: Promised) -> tuple[bool, bool, int, str]:
    kept = each.standing not in OPEN
    day = each.due or each.made or date.min
    return kept, each.due is None, -day.toordinal() if kept else day.toordinal(), each.id


def _promised(it: With, today: date) -> Iterator[Promised]:
    whom = (it.person.name, (it.person.id,))
    for each in judged_with(it, today):
        made = each.promise.at.date() if each.promise.at is not None else None
        yield Promised(
            each.id,
            each.promise.by_us,
            *whom,
            plain(each.promise.text),
            each.promise.due,
            str(each.standing),
            made,
            each.promise.evidence,
            each.kept.quote if each.kept is not None else None,
            each.on,
            str(each.by) if each.by is not None else "",
        )
    for one in it.noted:
        if one.what is What.PROMISE:
            standing = stands_noted(one, today)
            by = "hand" if one.said is not None else ""
            yield Promised(
                one.id, one.by_us, *whom, plain(one.text), one.day, standing, one.noted, (),
                on=one.marked, by=by,
            )  # fmt: skip


def comebacks(today: date, person: Person | None = None) -> tuple[list[Patience], Talks]:
    """Return all come-backs and quiet times as they stand, the next day first, and the talks."""
    chosen, talks = people_with_talks(today, None if person is None else [person.id])
    found = list(_once(each for it in chosen for each in _patience(it, today)))
    return sorted(found, key=lambda each: (each.on is None, each.on or date.max, each.id)), talks


def _patience(it: With, today: date) -> Iterator[Patience]:
    whom = (it.person.name, (it.person.id,))
    for each in comebacks_in(it.talks, it.person.id):
        mark = mark_on(each, it.marks)
        now = replace(each, on=mark.day) if mark is not None and mark.day is not None else each
        done = mark is not None and mark.said is Said.DONE
        yield Patience(
            each.id,
            each.kind,
            *whom,
            plain(each.evidence[-1].text),
            each.why,
            now.on,
            each.event,
            "done" if done else _standing(now, it, today),
            each.said,
            each.evidence,
            each.told_over,
        )
    for one in it.noted:
        if one.what is What.COME_BACK:
            on = one.marked if one.said is Said.PUT_OFF else one.day
            standing = stands_noted(one, today)
            yield Patience(
                one.id, Kind.COME_BACK, *whom, plain(one.text), "Noted by hand.", on, "", standing,
                one.noted, (),
            )  # fmt: skip


def _standing(each: ComeBack, it: With, today: date) -> str:
    if each.kind is Kind.QUIET:
        return "quiet" if quiet_until([each], it.talks, it.person.id, today) else "over"
    return str(stage(each, it.talks, today))


def _once(found: Iterable[Row]) -> list[Row]:
    """Return each thing once, with the names of all whom it is with."""
    rows: dict[str, list[Row]] = {}
    for each in found:
        rows.setdefault(each.id, []).append(each)
    return [_joined(same) for same in rows.values()]


def _joined(same: Sequence[Row]) -> Row:
    first = same[0]
    names = list(dict.fromkeys(each.subject for each in same))
    people = tuple(dict.fromkeys(one for each in same for one in each.people))
    return replace(first, subject=" and ".join(names), people=people)


def mark_promise(
    text: str,
    said: Said | None,
    today: date,
    on: date | None = None,
    person: Person | None = None,
) -> Promised:
    """Say by hand that a promise was kept or let go; None takes that back. Returns it.

    Whoever knows with which ``person`` it is spares looking through everybody's.
    Raises ``NotFoundError`` or ``AmbiguousError`` for the number ``text``.
    """
    return _marked(What.PROMISE, lambda: promises(today, person)[0], text, said, on)


def mark_comeback(
    text: str,
    said: Said | None,
    today: date,
    until: date | None = None,
    person: Person | None = None,
) -> Patience:
    """Say by hand that a come-back is done, or put it off; None takes that back. Returns it.

    Whoever knows with which ``person`` it is spares looking through everybody's.
    Raises ``NotFoundError`` or ``AmbiguousError`` for the number ``text``.
    """
    return _marked(What.COME_BACK, lambda: comebacks(today, person)[0], text, said, until)


def _marked(
    what: What,
    rows: Callable[[], Sequence[Row]],
    text: str,
    said: Said | None,
    day: date | None,
) -> Row:
    found = _found(what, text, rows())
    if not found.evidence:
        services.mark_noted(found.id, said, day)
    for place in found.evidence:
        services.mark(what, place, said, day)
    return _found(what, found.id, rows())


def _found(what: What, text: str, rows: Sequence[Row]) -> Row:
    wanted = text.strip().casefold()
    found = [each for each in rows if wanted and each.id.startswith(wanted)]
    if not found:
        where = "promises" if what is What.PROMISE else "comebacks"
        raise NotFoundError(
            f"{text!r}: nothing has this number; `theirside {where} --all` lists what there is"
        )
    if len(found) > 1:
        raise AmbiguousError(text, [f"{each.id} ({each.subject})" for each in found])
    return found[0]


def add_promise(person: Person, text: str, due: date | None, *, by_us: bool) -> Noted:
    """Write a promise down by hand."""
    return services.note(person, What.PROMISE, text, due, by_us=by_us)


def add_comeback(person: Person, text: str, on: date | None) -> Noted:
    """Write down by hand when to come back to somebody, and why."""
    return services.note(person, What.COME_BACK, text, on)
