"""Companies: where the people on their side work, the last heard first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app import queries


def companies(request: HttpRequest) -> HttpResponse:
    """List companies a page at a time."""
    text, page = request.GET.get("q", "").strip(), request.GET.get("page", "")
    found = queries.companies_page(text, int(page) if page.isdecimal() and len(page) < 9 else 1)
    context = {"page": found, "q": text, "tab": "companies"}
    part = request.headers.get("HX-Target") == "found"
    template = "parts/companies_found.html" if part else "companies.html"
    return render(request, template, context)


urlpatterns = [path("", companies, name="companies")]
