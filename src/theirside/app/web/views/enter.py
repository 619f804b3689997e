"""Coming in by the one-time link, on one's own machine."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache

from theirside.app.web.entry import take

ME = "me"
"""The one person on their own machine."""


@login_not_required
@never_cache
def enter(request: HttpRequest, token: str = "") -> HttpResponse:
    """Let in whoever has an unused link; tell the others where to find one."""
    if request.user.is_authenticated:
        return redirect("today")
    if settings.TEAM:
        return redirect("account_login")
    if not take(token):
        return render(request, "enter.html", status=403)
    user, _ = get_user_model().objects.get_or_create(username=ME)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("today")


urlpatterns = [path("", enter, name="enter"), path("<str:token>/", enter, name="enter_by")]
