"""The calendar feed: a link with a secret, for calendars that know no accounts."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.viewing import seen_by


@login_not_required
def calendar(_request: HttpRequest, secret: str) -> HttpResponse:
    """Give the feed to whoever has the link, as its owner would see it."""
    from theirside.app.calendar import feed

    with seen_by(services.calendar_owner(secret)):
        made = feed(timezone.localdate())
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="theirside.ics"'
    response["Cache-Control"] = "private, no-store"
    return response


def calendar_link(request: HttpRequest) -> HttpResponse:
    """Show the link, and what stands in the calendar."""
    link = request.build_absolute_uri(reverse("calendar", args=[services.calendar_secret()]))
    return render(request, "calendar.html", {"link": link, "words": queries.calendar_words()})


@require_POST
def new_calendar_link(request: HttpRequest) -> HttpResponse:
    """Make a new secret; the old link holds no more."""
    services.calendar_secret(fresh=True)
    messages.success(request, _("There is a new link. The old one holds no more."))
    return redirect("calendar_link")


urlpatterns = [
    path("", calendar_link, name="calendar_link"),
    path("new/", new_calendar_link, name="new_calendar_link"),
    path("<str:secret>.ics", calendar, name="calendar"),
]
