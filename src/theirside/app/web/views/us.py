"""Settings: who we are."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from theirside.app.access import Right, require
from theirside.app.ours import entries, say_who_we_are
from theirside.app.web.tasks import read_again
from theirside.errors import SettingsError


def us(request: HttpRequest) -> HttpResponse:
    """Show who we are; take it anew."""
    require(Right.SETTINGS)
    if request.method != "POST":
        return render(request, "us.html", {"entries": "\n".join(entries())})
    typed = request.POST.get("us", "")
    try:
        changed = say_who_we_are(typed.splitlines())
    except SettingsError as error:
        shown = {"entries": typed, "wrong": str(error), "next": _next(request)}
        return render(request, "us.html", shown, status=400)
    if changed:
        read_again.enqueue()
        messages.success(
            request, _("Kept. %s speakers change sides; their talks are read again.") % changed
        )
    else:
        messages.success(request, _("Kept."))
    return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if here and wanted else "us"


urlpatterns = [path("", us, name="us")]
