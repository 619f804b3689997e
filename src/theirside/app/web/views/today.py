"""Today: who to think of, and why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app import queries


def today(request: HttpRequest) -> HttpResponse:
    """Show who was heard last."""
    return render(request, "today.html", {"people": queries.people()[:12]})


urlpatterns = [path("", today, name="today")]
