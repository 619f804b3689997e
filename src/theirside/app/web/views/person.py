"""A person: what is at stake for them, the understanding by facet, and what to ask next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from theirside.app import queries
from theirside.app.standing import promises_of
from theirside.app.understanding import understood
from theirside.app.web.portrait import portrait
from theirside.app.web.showing import Ground
from theirside.understand.understanding import Understanding


def ground_of(key: str) -> Ground:
    """Return what is understood of a person, ready to be shown. Raises ``NotFoundError``."""
    it, inputs = understood(queries.find_person(key))
    return ground_from(it, inputs)


def ground_from(it: Understanding, inputs: queries.Inputs) -> Ground:
    """Return an understanding ready to be shown today."""
    return Ground.of(it, inputs.conversations, inputs.annotations, timezone.localtime())


def person(request: HttpRequest, key: str) -> HttpResponse:
    """Show what is understood of one person."""
    it, inputs = understood(queries.find_person(key))
    page = portrait(ground_from(it, inputs), promises_of(it, inputs, timezone.localdate()))
    return render(request, "person.html", {"page": page, "person": page.person, "tab": "person"})


urlpatterns = [path("<str:key>/", person, name="person")]
