"""Accounts of a team: who may come in, and the links by which members are asked in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import get_user_model
from django.core import signing
from django.core.mail import send_mail
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theirside.app import queries, services
from theirside.app.viewing import Role
from theirside.errors import NotFoundError

ROLES: Mapping[Role, str | Promise] = {
    Role.SELLER: gettext_lazy("seller"),
    Role.COACH: gettext_lazy("coach"),
    Role.ADMINISTRATOR: gettext_lazy("administrator"),
}
INVITED_FOR = 7 * 24 * 60 * 60
"""Seconds for which a link of invitation holds."""
_SALT = "theirside.invitation"


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves: an administrator asks them in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Return that the door is closed."""
        return False

    def pre_login(self, request: HttpRequest, user: Any, **options: Any) -> Any:
        """Let in members only; whoever left has an account still, but no way in."""
        from allauth.core.exceptions import ImmediateHttpResponse
        from django.shortcuts import render

        if queries.viewer_of(user.pk).member == 0:
            page = render(request, "account/account_inactive.html", status=403)
            raise ImmediateHttpResponse(page)
        return super().pre_login(request, user, **options)


def invitation(member: queries.Member) -> str:
    """Return the path by which a member comes in for the first time, within a week."""
    return reverse("invited", args=[signing.dumps(member.id, salt=_SALT)])


def invited(token: str) -> queries.Member:
    """Return whom a link asks in. Raises ``NotFoundError`` where it holds no more."""
    gone = NotFoundError("This invitation holds no more; ask whoever sent it for a new one")
    try:
        member = queries.find_member(signing.loads(token, salt=_SALT, max_age=INVITED_FOR))
    except (signing.BadSignature, NotFoundError):
        raise gone from None
    if member.came or member.left_at is not None:
        raise gone
    return member


def take_in(member: queries.Member, password: str) -> Any:
    """Make the account of somebody who was asked in, and return its user."""
    user = get_user_model().objects.create_user(member.email, member.email, password)
    services.come_in(member.id, user.pk)
    return user


def write_to(member: queries.Member, link: str) -> bool:
    """Send the invitation by mail; say whether there is a way to send mail at all."""
    from django.conf import settings

    if settings.MAIL is None:
        return False
    text = _(
        "You are asked in to Theirside, which shows how things look from your customers' side.\n\n"
        "Choose a password here; the link holds for a week:\n%(link)s\n"
    )
    send_mail(_("Your way in to Theirside"), text % {"link": link}, None, [member.email])
    return True
