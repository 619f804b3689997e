"""Keeping who has something open, letting that be looked at anew, and putting things off."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.utils import timezone

from theirside.app import models
from theirside.app.access import NotAllowedError
from theirside.app.queries.members import viewer_as
from theirside.app.queries.people import row_of
from theirside.app.queries.waiting import Open
from theirside.app.services.gleaning import drop_gleaned
from theirside.app.store import explained, writing
from theirside.app.viewing import Viewer, seen_by, viewer
from theirside.errors import NotFoundError
from theirside.understand.understanding import Person


@explained
def begin_to_look(people: Sequence[str]) -> None:
    """Note that it is being looked at these people, so that what changes meanwhile shows."""
    with writing():
        rows = models.Person.objects.filter(public__in=people)
        models.Waiting.objects.filter(person__in=rows).delete()
        models.Looked.objects.filter(person__in=rows).delete()
        models.Looked.objects.bulk_create(models.Looked(person=row) for row in rows)


@explained
def keep_waiting(people: Sequence[str], found: Iterable[Open], today: date) -> None:
    """Keep what is open with these people; whom something changed for meanwhile waits again."""
    open_now = list(found)
    with writing():
        rows = models.Conversation.objects.filter(key__in={each.talk for each in open_now})
        talks = dict(rows.values_list("key", "pk"))
        looked = models.Looked.objects.filter(person__public__in=people, on=None)
        pks = dict(looked.values_list("person__public", "person_id"))
        models.Waiting.objects.bulk_create(
            models.Waiting(
                person_id=pks[each.person],
                kind=each.kind,
                code=each.code,
                on=each.on,
                said=each.said,
                talk_id=talks.get(each.talk),
                held=bool(each.held),
            )
            for each in open_now
            if each.person in pks
        )
        looked.update(on=today)


def look_anew(talks: Collection[int]) -> None:
    """Let these talks, and everybody in them, be looked at anew; only within ``writing()``."""
    drop_gleaned(talks)
    with seen_by(None):
        people = models.TakingPart.objects.filter(conversation__in=talks).values("person")
        models.Looked.objects.filter(person__in=people).delete()


def look_anew_at(*people: models.Person) -> None:
    """Let it be looked at these people anew; only within ``writing()``."""
    models.Looked.objects.filter(person__in=people).delete()


@explained
def not_today(person: Person, code: str, until: date | None) -> None:
    """Put something on the first page off until a day; None brings it back.

    Raises ``NotFoundError`` where the person is gone.
    """
    who = viewer()
    member = who.member if who is not None else None
    with writing():
        row = row_of(person)
        models.NotToday.objects.filter(person=row, code=code, member=member).delete()
        if until is not None:
            models.NotToday.objects.create(person=row, code=code, member_id=member, until=until)


@explained
def calendar_owner(secret: str) -> Viewer | None:
    """Return as whom the calendar behind this secret is looked at; None: everything is seen.

    Raises ``NotFoundError`` where the link holds no more, or its owner has left.
    """
    row = models.CalendarLink.objects.filter(secret=secret).select_related("member").first()
    member = row.member if row is not None else None
    if row is None or (member is not None and member.left_at is not None):
        raise NotFoundError("This calendar link holds no more")
    if member is None:
        return None
    return viewer_as(member)


@explained
def calendar_secret(*, fresh: bool = False) -> str:
    """Return the secret of the viewer's calendar link, made on first use or when asked for."""
    who = viewer()
    member = who.member if who is not None else None
    if member == 0:
        raise NotAllowedError("A calendar link is for those who work here")
    with writing():
        rows = models.CalendarLink.objects.filter(member=member)
        if fresh:
            rows.delete()
        row = rows.first() or models.CalendarLink.objects.create(
            member_id=member, secret=secrets.token_urlsafe(32), at=timezone.now()
        )
    return row.secret
