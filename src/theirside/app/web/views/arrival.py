"""One arrival: how far it has come, stopping it and going on, and what it brought."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.asking import asked
from theirside.app.web.tasks import bring_in


def arrival(request: HttpRequest, key: str) -> HttpResponse:
    """Show how far it has come; with HTMX, only the part that changes."""
    it = queries.arrival(key)
    part = "HX-Request" in request.headers
    return render(request, "parts/arrival.html" if part else "arrival.html", _page(it))


def _page(it: queries.Arrival) -> dict[str, object]:
    if it.state != "done" or it.report is None:
        return {"it": it, "busy": it.state in ("waiting", "reading")}
    waiting, more = asked()
    return {
        "it": it,
        "busy": False,
        "account": queries.account(it.report),
        "people": queries.people_brought(it.report),
        "waiting": waiting,
        "more": more,
    }


@require_POST
def stop(request: HttpRequest, key: str) -> HttpResponse:
    """Stop after the talk that is being read."""
    services.stop_arrival(queries.arrival(key).id)
    messages.info(request, _("Stopping. What came in until now is kept."))
    return redirect("arrival", key)


@require_POST
def go_on(_request: HttpRequest, key: str) -> HttpResponse:
    """Take up what was stopped or went wrong."""
    it = queries.arrival(key)
    if it.state in ("stopped", "failed"):
        services.mark_arrival(it.id, "waiting")
        bring_in.enqueue(it.id)
    return redirect("arrival", key)


@require_POST
def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Remove files that are not to be read after all."""
    it = queries.arrival(key)
    if it.state in ("stopped", "failed", "open"):
        services.drop_arrival(it.id)
        messages.success(request, _("The files are removed. What was read of them stays."))
    return redirect("add")


urlpatterns = [
    path("arriving/<str:key>/", arrival, name="arrival"),
    path("arriving/<str:key>/stop/", stop, name="stop_arrival"),
    path("arriving/<str:key>/go-on/", go_on, name="go_on_arrival"),
    path("arriving/<str:key>/drop/", drop, name="drop_arrival"),
]
