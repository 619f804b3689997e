"""Sharing a moment of a conversation with the team, and taking that back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries, sharing
from theirside.app.practice import seller_named
from theirside.app.web.showing import turn_link
from theirside.errors import NotFoundError


@require_POST
def share(request: HttpRequest, key: str, moment: str) -> HttpResponse:
    """Share one of one's own moments, without the customer's name unless that was asked for."""
    queries.window(key, most=0)
    named = request.POST.get("named") == "yes"
    try:
        seen = sharing.share(moment, seller_named(), named=named, conversation=key)
    except NotFoundError:
        messages.error(
            request,
            _("It was not shared: only who of us speaks in a moment can share it. Where several "
              "of us are known here by name, say who it is in the terminal: "
              "theirside moments share %(moment)s --seller NAME") % {"moment": moment},
        )  # fmt: skip
        return redirect("conversation", key)
    how = _("with the customer's name") if named else _("without the customer's name")
    said = _("Shared with the team, %(how)s.") % {"how": how}
    if seen.waits_for:
        who = ", ".join(seen.waits_for)
        said += " " + _("It waits until %(who)s shares it too.") % {"who": who}
    messages.success(request, said)
    return _back(request, key)


@require_POST
def unshare(request: HttpRequest, key: str, moment: str) -> HttpResponse:
    """Take back what one has shared."""
    for seller in sharing.shared_by_me(key).get(moment, ()):
        sharing.unshare(moment, seller)
    messages.success(request, _("The team does not see it any more."))
    return _back(request, key)


def _back(request: HttpRequest, key: str) -> HttpResponse:
    place = request.POST.get("place", "")
    known = place.isdecimal() and len(place) < 9
    return redirect(turn_link(key, int(place)) if known else turn_link(key, 0))


urlpatterns = [
    path("<path:key>/moments/<str:moment>/share/", share, name="share_moment"),
    path("<path:key>/moments/<str:moment>/unshare/", unshare, name="unshare_moment"),
]
