"""Opening a talk of one's own to the coaches of the team, and closing it again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.viewing import viewer


@require_POST
def show_talk(request: HttpRequest, key: str) -> HttpResponse:
    """Let the coaches look at a talk, or no longer."""
    talk = queries.window(key, most=0).id
    shared = request.POST.get("show") == "yes"
    services.share(talk, viewer(), shared=shared)
    if shared:
        messages.success(request, _("The coaches see this talk now, and may comment on it."))
    else:
        messages.success(request, _("The coaches do not see this talk any more."))
    return redirect("conversation", talk)


urlpatterns = [path("<path:key>/shown/", show_talk, name="show_talk")]
