"""Members: asked in, given a role, let go; and whose talks are whose."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.utils import timezone

from theirside.app import models, queries
from theirside.app.rows import short
from theirside.app.store import writing
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.conversation import Channel, Conversation
from theirside.errors import NotFoundError, SettingsError


def invite(email: str, role: Role, name: str = "") -> queries.Member:
    """Make somebody a member; whoever left is one again. Raises ``SettingsError``."""
    address = email.strip().casefold()
    try:
        validate_email(address)
    except ValidationError as error:
        raise SettingsError(
            f"{email!r} is no mail address; give one like nora@fjord.example"
        ) from error
    with writing():
        row, made = models.Member.objects.get_or_create(
            email=address,
            defaults={
                "public": secrets.token_hex(4),
                "name": name.strip(),
                "role": role,
                "invited_at": timezone.now(),
            },
        )
        if not made and row.left_at is None:
            raise SettingsError(f"{address} is a member already, as {row.role}")
        row.role, row.left_at = role, None
        row.name = name.strip() or row.name
        row.save()
    return queries.find_member(row.public)


def set_role(member: str, role: Role) -> None:
    """Give a member another role. Raises ``SettingsError`` for the last administrator."""
    with writing():
        row = _row(member)
        _keep_one_administrator(row, still=role is Role.ADMINISTRATOR)
        row.role = role
        row.save(update_fields=["role"])


def let_go(member: str) -> None:
    """Say that somebody left: they can't come in, what they brought stays."""
    with writing():
        row = _row(member)
        _keep_one_administrator(row, still=False)
        row.left_at = timezone.now()
        row.save(update_fields=["left_at"])


def come_in(member: str, account: int) -> None:
    """Note by which account of the web app a member comes in."""
    with writing():
        row = _row(member)
        row.account = account
        row.save(update_fields=["account"])


def hold(conversations: Iterable[str], who: Viewer | None) -> None:
    """Note that these talks are a member's; nothing to do on one's own machine."""
    if who is None or not who.member:
        return
    keys = [short(each) for each in conversations]
    with seen_by(None):  # a thread may be a colleague's already, whom one does not see
        pks = list(models.Conversation.objects.filter(key__in=keys).values_list("pk", flat=True))
    models.Holding.objects.bulk_create(
        [models.Holding(conversation_id=pk, member_id=who.member) for pk in pks],
        ignore_conflicts=True,
    )


def hold_all(conversation: Conversation, who: Viewer | None) -> None:
    """Note that a talk that came in is a member's, also where it became part of another."""
    if who is None or not who.member:
        return
    keys = [short(turn.id) for turn in conversation.turns]
    with seen_by(None):
        same = Q(key=short(conversation.id))
        if conversation.channel is Channel.MAIL:  # a mail's id is its own everywhere
            turns = models.Turn.objects.filter(key__in=keys, conversation__channel=Channel.MAIL)
            same |= Q(pk__in=set(turns.values_list("conversation_id", flat=True)))
        found = list(models.Conversation.objects.filter(same).values_list("key", flat=True))
    hold(found, who)


def give_unheld(member: str) -> int:
    """Make every talk that is nobody's a member's; return how many."""
    with writing():
        row = _row(member)
        pks = models.Conversation.objects.filter(holdings=None).values_list("pk", flat=True)
        made = models.Holding.objects.bulk_create(
            [models.Holding(conversation_id=pk, member=row) for pk in pks]
        )
    return len(made)


def share(conversation: str, who: Viewer | None, *, shared: bool = True) -> None:
    """Open a talk of one's own to the coaches, or close it. Raises ``NotFoundError``."""
    if who is None:
        return
    rows = models.Holding.objects.filter(conversation__key=short(conversation), member=who.member)
    if not rows.update(shared=shared):
        raise NotFoundError(f"{conversation!r} is no talk of yours, so it is not yours to share")


def agree_open(*, to_coaches: bool) -> None:
    """Keep what the team agreed: whether coaches see every talk."""
    with writing():
        row = models.Workspace.objects.first() or models.Workspace()
        row.open_to_coaches = to_coaches
        row.save()


def _row(member: str) -> models.Member:
    row = models.Member.objects.filter(public=member).first()
    if row is None:
        raise NotFoundError(f"{member!r}: no such member; `theirside accounts list` lists them")
    return row


def _keep_one_administrator(row: models.Member, *, still: bool) -> None:
    if still or row.role != Role.ADMINISTRATOR:
        return
    others = models.Member.objects.filter(role=Role.ADMINISTRATOR, left_at=None).exclude(pk=row.pk)
    if not others.exists():
        raise SettingsError(
            f"{row.email} is the only administrator; make somebody else one first "
            "(theirside accounts role EMAIL administrator)"
        )
