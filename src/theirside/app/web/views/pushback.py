"""A person's pushback: why it makes sense from where they stand, and what one can honestly say."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app import queries
from theirside.app.pushback import pushback_of
from theirside.app.web.pushing import ShownPushback, pushback_shown

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows, the newest first; ``left_out`` counts older ones."""

    found: tuple[ShownPushback, ...]
    left_out: int


def pushback(request: HttpRequest, key: str) -> HttpResponse:
    """Show where a person pushed back."""
    person = queries.find_person(key)
    looked = pushback_of(person)
    newest = looked.pushed[::-1]
    shown = newest if request.GET.get("all") else newest[:SHOWN]
    page = Page(pushback_shown(looked, shown), len(newest) - len(shown))
    context = {"page": page, "person": person, "tab": "pushback"}
    return render(request, "pushback.html", context)


urlpatterns = [path("<str:key>/pushback/", pushback, name="pushback")]
