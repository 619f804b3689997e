"""The brief: one person's side on a sheet to print, their words first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app.web.views.person import ground_of
from theirside.brief_page import brief_page


def brief(request: HttpRequest, key: str) -> HttpResponse:
    """Show the brief of a person."""
    ground = ground_of(key)
    sheet = brief_page(ground.it, ground.talks, ground.annotations)
    return render(request, "brief.html", {"sheet": sheet, "person": ground.it.person})


urlpatterns = [path("<str:key>/brief/", brief, name="brief")]
