"""People: everyone on their side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app import queries


def people(request: HttpRequest) -> HttpResponse:
    """List everyone, those heard last first."""
    return render(request, "people.html", {"people": queries.people()})


urlpatterns = [path("", people, name="people")]
