"""Accounts: who works here, in which role, and what coaches may see."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.access import Right, require
from theirside.app.viewing import Role
from theirside.app.web.accounts import ROLES, invitation, write_to

_INVITED = "invited"
"""Where the session holds the link that is shown once, to be passed on."""


def members(request: HttpRequest) -> HttpResponse:
    """List the members."""
    require(Right.ACCOUNTS)
    here = {
        "members": queries.members(),
        "roles": list(ROLES.items()),
        "open": queries.open_to_coaches(),
        "invited": request.session.pop(_INVITED, None),
    }
    return render(request, "members.html", here)


@require_POST
def ask_in(request: HttpRequest) -> HttpResponse:
    """Make somebody a member, and send or show the link."""
    require(Right.ACCOUNTS)
    role = _role(request)
    member = services.invite(request.POST.get("email", ""), role, request.POST.get("name", ""))
    _tell_link(request, member)
    return redirect("members")


@require_POST
def ask_again(request: HttpRequest, member: str) -> HttpResponse:
    """Make a new link for somebody who has not come yet."""
    require(Right.ACCOUNTS)
    _tell_link(request, queries.find_member(member))
    return redirect("members")


@require_POST
def give_role(request: HttpRequest, member: str) -> HttpResponse:
    """Give a member another role."""
    require(Right.ACCOUNTS)
    services.set_role(member, _role(request))
    messages.success(request, _("Done."))
    return redirect("members")


@require_POST
def let_go(request: HttpRequest, member: str) -> HttpResponse:
    """Close the door behind somebody who left."""
    require(Right.ACCOUNTS)
    services.let_go(member)
    messages.success(request, _("They can't come in any more. Asking them in again undoes it."))
    return redirect("members")


@require_POST
def agree(request: HttpRequest) -> HttpResponse:
    """Keep what the team agreed on what coaches see."""
    require(Right.ACCOUNTS)
    services.agree_open(to_coaches=request.POST.get("open") == "yes")
    messages.success(request, _("Kept."))
    return redirect("members")


def _role(request: HttpRequest) -> Role:
    value = request.POST.get("role", "")
    return Role(value) if value in set(Role) else Role.SELLER


def _tell_link(request: HttpRequest, member: queries.Member) -> None:
    link = request.build_absolute_uri(invitation(member))
    if write_to(member, link):
        messages.success(request, _("The invitation is on its way to %s.") % member.email)
    else:
        request.session[_INVITED] = {"who": member.email, "link": link}


urlpatterns = [
    path("", members, name="members"),
    path("ask-in/", ask_in, name="ask_in"),
    path("agree/", agree, name="agree_open"),
    path("<str:member>/ask-again/", ask_again, name="ask_again"),
    path("<str:member>/role/", give_role, name="give_role"),
    path("<str:member>/let-go/", let_go, name="let_go"),
]
