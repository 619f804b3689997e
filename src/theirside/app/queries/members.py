"""Members read back: who works here, and as whom somebody looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from theirside.app import models
from theirside.app.rows import short
from theirside.app.store import explained
from theirside.app.viewing import Role, Viewer, viewer
from theirside.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Member:
    """One of us with an account. ``came`` tells whether they have come in; ``talks`` are theirs."""

    id: str
    name: str
    email: str
    role: Role
    came: bool
    invited_at: datetime
    left_at: datetime | None
    talks: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Who may look at a talk. ``mine`` tells that it is the viewer's, ``shared`` that coaches do.

    ``agreed``: they do because the team agreed on it. ``by`` names those of whom it is.
    """

    mine: bool
    shared: bool
    agreed: bool
    by: tuple[str, ...]


NOBODY = Viewer(0, None)
"""Who looks without belonging here: they see nothing."""


@explained
def members() -> list[Member]:
    """Return everybody who works here, those who left last."""
    rows = models.Member.objects.annotate(talks=Count("holdings")).order_by("name", "email")
    return sorted(map(_member, rows), key=lambda each: each.left_at is not None)


@explained
def find_member(text: str) -> Member:
    """Return the member with this id or address. Raises ``NotFoundError``."""
    wanted = text.strip().casefold()
    rows = models.Member.objects.annotate(talks=Count("holdings"))
    row = rows.filter(public=wanted).first() or rows.filter(email=wanted).first()
    if row is None:
        raise NotFoundError(f"{text!r}: no such member; `theirside accounts list` lists them")
    return _member(row)


@explained
def viewer_of(account: int) -> Viewer:
    """Return as whom an account of the web app looks; whoever is no member, or left, is nobody."""
    row = models.Member.objects.filter(account=account, left_at=None).first()
    if row is None:
        return NOBODY
    return viewer_as(row)


@explained
def viewer_of_member(member: int) -> Viewer:
    """Return as whom the member with this primary key looks, to work in their name."""
    row = models.Member.objects.filter(pk=member).first()
    return viewer_as(row) if row is not None else NOBODY


def viewer_as(row: models.Member) -> Viewer:
    """Return as whom a member looks, by what the team has agreed on by now."""
    role = Role(row.role)
    sees_team = role is Role.COACH and open_to_coaches()
    return Viewer(row.pk, role, row.name or row.email, sees_team)


def _member(row: models.Member) -> Member:
    talks: int = getattr(row, "talks", 0)
    return Member(
        row.public,
        row.name,
        row.email,
        Role(row.role),
        row.account is not None,
        row.invited_at,
        row.left_at,
        talks,
    )


@explained
def open_to_coaches() -> bool:
    """Say whether the team agreed that coaches see every talk."""
    return models.Workspace.objects.filter(open_to_coaches=True).exists()


@explained
def shown_to(conversation: str) -> Shown | None:
    """Return who may look at a talk; None on one's own machine, where nobody else does."""
    who = viewer()
    if who is None:
        return None
    rows = models.Holding.objects.filter(conversation__key=short(conversation))
    held = list(rows.select_related("member").order_by("member__name", "member__email"))
    return Shown(
        mine=any(each.member_id == who.member for each in held),
        shared=any(each.shared for each in held if each.member_id == who.member),
        agreed=open_to_coaches(),
        by=tuple(each.member.name or each.member.email for each in held),
    )
