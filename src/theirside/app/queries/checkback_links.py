"""Links to check-backs read back: which there are, and what one opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import QuerySet
from django.utils import timezone

from theirside.app import models
from theirside.app.queries.checkbacks import PastCheckback, checkbacks_of
from theirside.app.queries.people import persons_of, row_of
from theirside.app.rows import time_of
from theirside.app.store import explained
from theirside.app.viewing import viewer
from theirside.errors import NotFoundError
from theirside.understand.understanding import Person


class LinkState(StrEnum):
    """Whether a link still opens what it leads to."""

    OPEN = "open"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the check-back ``code``: until when it holds, and whether it does."""

    token: str
    code: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    state: LinkState


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link leads to; ``others`` are the lines of the page that are no statements."""

    link: Link
    person: Person
    checkback: PastCheckback
    others: tuple[str, ...]


@explained
def links_of(person: Person) -> dict[str, Link]:
    """Return the newest link of each of a person's check-backs, by code."""
    rows = models.CheckbackLink.objects.filter(checkback__person=row_of(person))
    ordered = rows.select_related("checkback").order_by("made_at", "pk")
    return {row.checkback.code: link_of(row) for row in ordered if sees_whole(row.checkback)}


def sees_whole(checkback: models.Checkback) -> bool:
    """Say whether whoever looks may see every statement of a check-back, and so where it leads."""
    if viewer() is None:
        return True
    every: QuerySet[models.CheckbackStatement] = QuerySet(models.CheckbackStatement).filter(
        checkback=checkback, quotes__isnull=False
    )
    return checkback.statements.count() >= every.distinct().count()


@explained
def opened_by(token: str) -> Opened:
    """Return what a link leads to, whether it still opens it or not. Raises ``NotFoundError``."""
    rows = models.CheckbackLink.objects.select_related("checkback").filter(token=token)
    row = rows.first()
    if row is None:
        raise NotFoundError("no such link; what it led to may have been erased")
    people = persons_of(models.Person.objects.filter(pk=row.checkback.person_id))
    person = people.get(row.checkback.person_id)
    if person is None:
        raise NotFoundError("whoever the link was for is not known any more")
    past = {each.code: each for each in checkbacks_of(person)}
    return Opened(link_of(row), person, past[row.checkback.code], tuple(row.checkback.others))


def link_of(row: models.CheckbackLink) -> Link:
    """Return a stored link as it stands now."""
    state = LinkState.OPEN
    if row.revoked_at is not None:
        state = LinkState.REVOKED
    elif row.expires_at <= timezone.now():
        state = LinkState.EXPIRED
    return Link(
        row.token,
        row.checkback.code,
        time_of(row.made_at, 0) or row.made_at,
        time_of(row.expires_at, 0) or row.expires_at,
        time_of(row.revoked_at, 0),
        state,
    )
