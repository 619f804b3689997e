"""Conversations: all of them, the newest first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app import queries


def conversations(request: HttpRequest) -> HttpResponse:
    """List the conversations."""
    return render(request, "conversations.html", {"talks": queries.conversations()})


urlpatterns = [path("", conversations, name="conversations")]
