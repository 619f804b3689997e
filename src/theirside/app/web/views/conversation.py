"""A conversation: the talk as a talk."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app import queries


def conversation(request: HttpRequest, key: str) -> HttpResponse:
    """Show one conversation."""
    return render(request, "conversation.html", {"talk": queries.conversation(key)})


urlpatterns = [path("<path:key>/", conversation, name="conversation")]
