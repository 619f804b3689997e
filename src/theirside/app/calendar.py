"""What is due as a calendar feed: one day-long entry for each thing that has a day.

An entry keeps its number for good and counts its changes, so that a calendar which reads the feed
again updates what it has; what is done comes once more as cancelled. Their words stay out unless
the workspace says otherwise: calendars are shared, shown on telephones and kept by others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from theirside.app import due, queries, services
from theirside.app.queries import Given
from theirside.app.viewing import viewer
from theirside.app.waiting import look_at_all
from theirside.serve.due import Due, DueKind
from theirside.understand.phrases import shortened

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Todo

SUMMARY = {
    DueKind.OUR_PROMISE: "Keep a promise to {}",
    DueKind.THEIR_PROMISE: "Promised by {}",
    DueKind.COME_BACK: "Come back to {}",
    DueKind.FIT: "Look again: are we for {}?",
    DueKind.QUESTION: "Answer {}",
    DueKind.CHECKBACK: "Did the check-back reach {}?",
}
DOMAIN = "theirside"
KEPT_CANCELLED = timedelta(days=60)
"""So long, what was taken back is told to calendars as cancelled."""


def feed(today: date, *, todos: bool = False, words: bool | None = None) -> bytes:
    """Return the calendar file, and remember what it gives.

    ``todos`` makes tasks of what would be day-long events. ``words`` puts their words in; None asks
    the workspace's setting.
    """
    shown = queries.calendar_words() if words is None else words
    found = _found(today, words=shown)
    owner = _owner()
    by_uid = {owner + _uid(each): each for each in found if each.on is not None}
    given = services.give_to_calendar(
        (
            services.ToGive(uid, each.person, _digest(each, shown), each.on or today)
            for uid, each in by_uid.items()
        ),
        owner,
    )
    return bytes(_calendar(by_uid, given.values(), todos=todos, words=shown).to_ical())


def _found(today: date, *, words: bool) -> list[Due]:
    """Return what is due and has a day; talks are opened only where their words are wanted."""
    look_at_all(today)
    if not words:
        return due.dated()
    people = {each.person for each in queries.dated()}
    return due.everything_due(today, people)[0]


def _owner() -> str:
    """Return what the numbers in a member's feed begin with: each has a feed of their own."""
    who = viewer()
    return f"m-{who.member}-" if who is not None else ""


def _uid(each: Due) -> str:
    """Return the entry's number: a hash, so that no name or id of ours stands in a calendar."""
    return f"{blake2b(f'{each.kind}:{each.id}'.encode(), digest_size=12).hexdigest()}@{DOMAIN}"


def _digest(each: Due, words: bool) -> str:
    shown = (each.on, _summary(each), _description(each, words=words))
    return blake2b(repr(shown).encode(), digest_size=16).hexdigest()


def _summary(each: Due) -> str:
    return SUMMARY[each.kind].format(each.subject)


def _description(each: Due, *, words: bool) -> str:
    if not words:
        return f"theirside due shows why. [{each.id}]"
    lines = [each.text, each.why, *(f"“{shortened(place.text)}”" for place in each.evidence)]
    return "\n".join(dict.fromkeys((*lines, f"[{each.id}]")))


def _calendar(
    by_uid: Mapping[str, Due], given: Iterable[Given], *, todos: bool, words: bool
) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Theirside//Due//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Theirside")
    for each in sorted(given, key=lambda one: (one.day, one.uid)):
        item = by_uid.get(each.uid)
        if item is not None:
            calendar.add_component(_entry(each, item, todos=todos, words=words))
        elif datetime.now(UTC) - each.changed <= KEPT_CANCELLED:
            calendar.add_component(_cancelled(each, todos=todos))
    return calendar


def _entry(each: Given, item: Due, *, todos: bool, words: bool) -> Event | Todo:
    entry = _bare(each, todos=todos)
    entry.add("summary", _summary(item))
    entry.add("description", _description(item, words=words))
    entry.add("status", "NEEDS-ACTION" if todos else "CONFIRMED")
    return entry


def _cancelled(each: Given, *, todos: bool) -> Event | Todo:
    entry = _bare(each, todos=todos)
    entry.add("summary", "Done")
    entry.add("status", "CANCELLED")
    return entry


def _bare(each: Given, *, todos: bool) -> Event | Todo:
    from icalendar import Event, Todo

    entry = Todo() if todos else Event()
    entry.add("uid", each.uid)
    entry.add("sequence", each.sequence)
    entry.add("dtstamp", each.changed.astimezone(UTC))
    entry.add("last-modified", each.changed.astimezone(UTC))
    entry.add("class", "PRIVATE")
    entry.add("dtstart", each.day)
    if todos:
        entry.add("due", each.day + timedelta(days=1))
    else:
        entry.add("dtend", each.day + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    return entry
