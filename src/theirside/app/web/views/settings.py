"""Settings: what there is to set, for whoever may."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from theirside.app.access import Right, may
from theirside.app.viewing import viewer
from theirside.app.web.accounts import ROLES


@dataclass(frozen=True, slots=True)
class Part:
    """One page of settings, and the right that it takes."""

    page: str
    name: str | Promise
    what: str | Promise
    right: Right


PARTS = (
    Part("us", _("Us"), _("Whose words are ours: domains, addresses, names."), Right.SETTINGS),
    Part(
        "offer",
        _("Offer"),
        _("What we sell, what we can't do, whom it is wrong for."),
        Right.SETTINGS,
    ),
    Part("rules", _("Review"), _("What the review of a draft looks for."), Right.SETTINGS),
    Part("measures", _("Measures"), _("What is counted in talks, and what isn't."), Right.SETTINGS),
    Part(
        "data",
        _("People's data"),
        _("Give somebody all that is kept about them, forget them, let old talks go."),
        Right.PEOPLES_DATA,
    ),
    Part("members", _("Accounts"), _("Who works here, and who sees what."), Right.ACCOUNTS),
)


def settings(request: HttpRequest) -> HttpResponse:
    """List what may be set; in a team, as whom one is in."""
    who = viewer()
    role = ROLES[who.role] if who is not None and who.role is not None else ""
    here = {"parts": [each for each in PARTS if may(each.right)], "who": who, "role": role}
    return render(request, "settings.html", here)


urlpatterns = [path("", settings, name="settings")]
