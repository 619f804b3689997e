"""People: everyone on their side, the last heard first, found by name or company."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app import queries


def people(request: HttpRequest) -> HttpResponse:
    """List people a page at a time."""
    text, page = request.GET.get("q", "").strip(), request.GET.get("page", "")
    found = queries.people_page(text, int(page) if page.isdecimal() and len(page) < 9 else 1)
    context = {"page": found, "q": text, "tab": "people"}
    part = request.headers.get("HX-Target") == "found"
    return render(request, "parts/people_found.html" if part else "people.html", context)


urlpatterns = [path("", people, name="people")]
