"""Making links to check-backs, and taking them back."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.checkback_links import Link, link_of, sees_whole
from theirside.app.store import explained, writing
from theirside.errors import NotFoundError
from theirside.understand.understanding import Person

LONGEST = 90
"""Days for which a link may hold at most."""


@explained
def make_link(person: Person, code: str, days: int) -> Link:
    """Make a link to one of a person's check-backs that holds for so many days.

    The links made to it before are revoked, so that one holds at most. Raises ``NotFoundError``,
    and ``ValueError`` where ``days`` is not 1 to ``LONGEST``.
    """
    if not 1 <= days <= LONGEST:
        raise ValueError(f"a link holds for 1 to {LONGEST} days, not {days}")
    now = timezone.now()
    with writing():
        checkback = _checkback(person, code)
        checkback.links.filter(revoked_at=None).update(revoked_at=now)
        row = models.CheckbackLink.objects.create(
            checkback=checkback,
            token=secrets.token_hex(8),
            made_at=now,
            expires_at=now + timedelta(days=days),
        )
    return link_of(row)


@explained
def revoke_links(person: Person, code: str) -> None:
    """Close every link to one of a person's check-backs. Raises ``NotFoundError``."""
    with writing():
        checkback = _checkback(person, code)
        checkback.links.filter(revoked_at=None).update(revoked_at=timezone.now())


def _checkback(person: Person, code: str) -> models.Checkback:
    # By way of the people whom the viewer sees: nobody opens another's check-back.
    seen = models.Person.objects.filter(public=person.id)
    found = models.Checkback.objects.filter(code=code, person__in=seen).first()
    if found is None or not sees_whole(found):
        raise NotFoundError(f"{person.name}: no check-back {code!r}")
    return found
