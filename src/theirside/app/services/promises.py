"""Keeping what people mark and note by hand of promises and come-backs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from theirside.app import models
from theirside.app.queries.people import row_of
from theirside.app.queries.promises import Given
from theirside.app.rows import storable, time_of
from theirside.app.services.judging import turn_of
from theirside.app.services.waiting import look_anew, look_anew_at
from theirside.app.services.workspace import workspace_row
from theirside.app.store import explained, writing
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.serve.noted import Noted, Said, What
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class ToGive:
    """What a calendar is to be given of one item; ``digest`` changes when what it shows does."""

    uid: str
    person: str
    digest: str
    day: date


@explained
def mark(what: What, quote: Quote, said: Said | None, day: date | None = None) -> None:
    """Keep what somebody says of these words; it takes the place of what was said before.

    ``said`` None takes it back. Raises ``NotFoundError`` where the words are gone meanwhile.
    """
    with writing():
        turn = turn_of(quote)
        look_anew([turn.conversation_id])
        overlapping = {"start__lt": quote.end, "end__gt": quote.start}
        models.Mark.objects.filter(turn=turn, what=what, **overlapping).delete()
        if said is not None:
            models.Mark.objects.create(
                turn=turn,
                start=quote.start,
                end=quote.end,
                what=what,
                standing=said,
                day=day,
                at=timezone.now(),
            )


@explained
def note(person: Person, what: What, text: str, day: date | None, *, by_us: bool = True) -> Noted:
    """Write down a promise or come-back by hand.

    Raises ``ValueError`` without words, ``NotFoundError`` where the person is gone.
    """
    if not text.strip():
        raise ValueError("it needs a few words that say what it is")
    with writing():
        known = row_of(person)
        look_anew_at(known)
        row = models.Noted.objects.create(
            person=known,
            public=_free_id(),
            what=what,
            by_us=by_us,
            text=storable(text.strip()),
            day=day,
            at=timezone.now(),
        )
    return Noted(row.public, person.id, what, by_us, row.text, day, row.at.date())


def _free_id() -> str:
    from secrets import token_hex

    name = token_hex(4)
    return name if not models.Noted.objects.filter(public=name).exists() else _free_id()


@explained
def mark_noted(public: str, said: Said | None, day: date | None = None) -> None:
    """Keep what somebody says of something noted by hand. Raises ``NotFoundError``."""
    with writing():
        rows = models.Noted.objects.filter(public=public)
        models.Looked.objects.filter(person__in=rows.values("person")).delete()
        if not rows.update(standing=said or "", marked_day=day):
            raise NotFoundError(f"{public!r}: nothing is noted under this number")


@explained
def give_to_calendar(entries: Iterable[ToGive], owner: str = "") -> dict[str, Given]:
    """Remember what a calendar is given, and return all that it ever was, by number.

    What has changed counts one up, so that a calendar which has it already takes the change; what
    is not among the entries any more is ``gone``. Numbers in the feed of an ``owner`` begin with
    that; it concerns no others.
    """
    wanted = {each.uid: each for each in entries}
    now = timezone.now()
    with writing():
        theirs = Q(uid__startswith=owner) if owner else ~Q(uid__startswith="m-")
        rows = {row.uid: row for row in models.CalendarEntry.objects.filter(theirs)}
        public = {each.person for each in wanted.values() if each.uid not in rows}
        persons = dict(models.Person.objects.filter(public__in=public).values_list("public", "pk"))
        new = [
            models.CalendarEntry(
                person_id=persons.get(each.person),
                uid=each.uid,
                digest=each.digest,
                day=each.day,
                changed=now,
            )
            for each in wanted.values()
            if each.uid not in rows
        ]
        changed = [row for row in rows.values() if _takes(row, wanted.get(row.uid))]
        for row in changed:
            row.sequence, row.changed = row.sequence + 1, now
        models.CalendarEntry.objects.bulk_create(new)
        models.CalendarEntry.objects.bulk_update(
            changed, ["digest", "day", "gone", "sequence", "changed"]
        )
    return {
        row.uid: Given(
            row.uid,
            row.digest,
            row.sequence,
            row.day,
            row.gone,
            time_of(row.changed, 0) or row.changed,
        )
        for row in (*rows.values(), *new)
    }


def _takes(row: models.CalendarEntry, wanted: ToGive | None) -> bool:
    """Bring a row to what is wanted of it; say whether that changed it."""
    if wanted is None:
        was, row.gone = row.gone, True
        return not was
    if row.digest == wanted.digest and not row.gone:
        return False
    row.digest, row.day, row.gone = wanted.digest, wanted.day, False
    return True


@explained
def set_calendar_words(*, shown: bool) -> None:
    """Say whether their words may go into a calendar."""
    with writing():
        row = workspace_row()
        row.calendar_words = shown
        row.save()


@explained
def set_forgotten_after(number: int) -> None:
    """Say after how many days a late promise that nobody spoke of again is a forgotten one."""
    if not 1 <= number <= 365:
        raise ValueError("between 1 and 365 days")
    with writing():
        models.Looked.objects.all().delete()
        row = workspace_row()
        row.forgotten_after = number
        row.save()
