"""Serve: the board of whom we are for, whom not now, and whom not."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from theirside.app import queries
from theirside.app.fitting import board, find_subject
from theirside.app.offer import kept_offer
from theirside.app.web.asking import number_in
from theirside.app.web.fitted import NAMES, decision_shown
from theirside.app.web.views.fit import fit_page

SHOWN = 12


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """Show what was decided, what to look at again, and a page of those undecided."""
    found = board(timezone.localdate())
    undecided = queries.undecided_page(number_in(request, "page", 1), SHOWN)
    parts = []
    for decision, name in NAMES.items():
        every = found.decided[decision]
        whole = request.GET.get("all") == str(decision)
        rows = [decision_shown(each) for each in (every if whole else every[:SHOWN])]
        more = len(every) - len(rows)
        parts.append({"id": str(decision), "name": name, "rows": rows, "more": more})
    context = {
        "tab": "fit",
        "again": [decision_shown(each) for each in found.again],
        "parts": [each for each in parts if each["rows"]],
        "right": found.right,
        "undecided": undecided,
        "has_offer": kept_offer() is not None,
    }
    return render(request, "serve.html", context)


def about(request: HttpRequest) -> HttpResponse:
    """Show the fit of whoever a name means, a company's too."""
    text = request.GET.get("about", "")
    here = f"{reverse('fit_about')}?{request.GET.urlencode()}"
    return fit_page(request, find_subject(text), here)


urlpatterns = [
    path("", serve, name="serve"),
    path("fit/", about, name="fit_about"),
]
