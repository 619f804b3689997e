"""Long work that somebody asked for: how far it has come, and what came of it."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.access import Right, require
from theirside.app.queries import Errand
from theirside.app.web.errand_shown import shown
from theirside.app.web.tasks import run_errand
from theirside.errors import NotFoundError


def errand(request: HttpRequest, key: str) -> HttpResponse:
    """Show how far it has come; with HTMX, only the part that changes."""
    part = "HX-Request" in request.headers
    context = {"it": shown(_own(key))}
    return render(request, "parts/errand.html" if part else "errand.html", context)


@require_POST
def go_on(_request: HttpRequest, key: str) -> HttpResponse:
    """Take up what went wrong."""
    it = _own(key)
    if it.state == "failed":
        services.mark_errand(it.id, "waiting")
        run_errand.enqueue(it.id)
    return redirect("errand", key)


@require_POST
def take(_request: HttpRequest, key: str) -> FileResponse:
    """Hand over what lies ready."""
    return handed_over(_own(key))


def handed_over(it: Errand) -> FileResponse:
    """Return the file that lies ready. Raises ``NotFoundError`` where none does."""
    if it.file is None:
        raise NotFoundError("It does not lie ready here any more; ask for it again")
    as_json = it.subject.get("form") == "json"
    response = FileResponse(
        it.file.open("rb"),
        as_attachment=True,
        filename=f"everything.{'json' if as_json else 'txt'}",
        content_type="application/json" if as_json else "text/plain; charset=utf-8",
    )
    response["Cache-Control"] = "no-store"
    return response


def _own(key: str) -> Errand:
    it = queries.errand(key)
    if it.kind != "undo":
        require(Right.PEOPLES_DATA)
    return it


urlpatterns = [
    path("<str:key>/", errand, name="errand"),
    path("<str:key>/go-on/", go_on, name="go_on_errand"),
    path("<str:key>/file/", take, name="errand_file"),
]
