"""The shelf: things worth giving, put there, listed, taken away."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.shelf import Added, add_files, add_thing
from theirside.app.shelf import shelf as everything
from theirside.app.web.asking import number_in
from theirside.intake.shelf.thing import ThingKind, thing

SHOWN = 30
MOST_BYTES = 20 * 1024 * 1024
"""Of files put on the shelf at once."""


def shelf(request: HttpRequest) -> HttpResponse:
    """List what is on the shelf; put something there."""
    added, wrong = None, ""
    if request.method == "POST":
        added, wrong = _added(request)
        if added is not None and not added.refused and added.report.kept:
            messages.success(request, _told(added))
            return redirect("shelf")
    pages = Paginator(everything(), SHOWN)
    found = pages.get_page(number_in(request, "page", 1))
    context = {
        "tab": "shelf",
        "things": found,
        "page": {"page": found.number, "pages": pages.num_pages},
        "said": request.POST,
        "wrong": wrong,
        "added": added,
        "skipped": _skipped(added),
    }
    return render(request, "shelf.html", context, status=400 if wrong else 200)


def _added(request: HttpRequest) -> tuple[Added | None, str]:
    said = {name: request.POST.get(name, "").strip() for name in ("title", "text", "url")}
    tags = tuple(each for each in request.POST.get("tags", "").split(",") if each.strip())
    anyway = request.POST.get("anyway") == "yes"
    files = request.FILES.getlist("files")
    if files:
        if sum(each.size or 0 for each in files) > MOST_BYTES:
            return None, _("These files are more than 20 MB together; bring them in parts.")
        held = [(each.name or "file", each.read()) for each in files]
        return add_files(held, tags=tags, anyway=anyway), ""
    if said["url"] and not (said["title"] or said["text"]):
        return None, _("Say what the link is about: nothing is fetched from it.")
    kind = ThingKind.LINK if said["url"] else ThingKind.NOTE
    try:
        made = thing(kind, said["title"], said["text"], said["url"], tags=tags)
    except ValueError as error:
        told = _("Nothing to keep: %s.") if not said["url"] else _("The address does not work: %s.")
        return None, told % error
    return add_thing(made, anyway=anyway), ""


def _told(added: Added) -> str:
    if not added.new:
        return _("It was on the shelf already.")
    return ngettext(
        "%(n)s new thing on the shelf.", "%(n)s new things on the shelf.", added.new
    ) % {"n": added.new}


def _skipped(added: Added | None) -> list[str]:
    """Return what was not read, and why; what was refused is told apart."""
    if added is None:
        return []
    refused = {each.thing.title for each in added.refused}
    return [
        f"{each.item.rpartition('/')[2]}: {each.reason}"
        for each in added.report.skipped
        if each.item not in refused
    ]


@require_POST
def remove(request: HttpRequest, thing: str) -> HttpResponse:
    """Take a thing off the shelf; to whom it was given stays known."""
    found = queries.find_thing(thing)
    services.remove_thing(found)
    messages.success(request, _("Off the shelf: %s") % found.title)
    return redirect("shelf")


urlpatterns = [path("", shelf, name="shelf"), path("<str:thing>/remove/", remove, name="unshelve")]
