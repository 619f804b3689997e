"""Where they pushed back in a conversation: why it makes sense comes before any reply."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from theirside.app import queries
from theirside.app.pushback import pushback_in
from theirside.app.web.pushing import ShownPushback, shown_pushback
from theirside.app.web.talk_head import head


def talk_pushback(request: HttpRequest, key: str) -> HttpResponse:
    """Show every pushback of one conversation."""
    it = head(queries.window(key, most=0), "talk_pushback")
    return render(request, "talk_pushback.html", {"head": it, "found": _found(key)})


def pushback_at(request: HttpRequest, key: str, place: int) -> HttpResponse:
    """Show the pushback of one turn, in its place in the talk."""
    if "HX-Request" not in request.headers:
        return redirect(f"{reverse('talk_pushback', args=[key])}#p-{place}")
    found = [each for each in _found(key) if each.place == place]
    return render(request, "parts/pushback_at.html", {"found": found})


def _found(key: str) -> tuple[ShownPushback, ...]:
    return shown_pushback(pushback_in(queries.conversation(key).conversation), key)


urlpatterns = [
    path("<path:key>/pushback/", talk_pushback, name="talk_pushback"),
    path("<path:key>/pushback/<int:place>/", pushback_at, name="pushback_at"),
]
