"""Add: files and folders handed over, imports looked back on, and whose side somebody is on."""

from __future__ import annotations

import shutil

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.access import Right, may
from theirside.app.asking import answer, asked
from theirside.app.errands import is_much
from theirside.app.places import spool_folder
from theirside.app.viewing import viewer
from theirside.app.web.errand_shown import begin
from theirside.app.web.spooling import MOST, Spool
from theirside.app.web.tasks import bring_in, read_again
from theirside.conversation import Side
from theirside.errors import SettingsError

_PAST = 12


@csrf_exempt  # the check comes with the part that reads the form, after the spool is set up
def add(request: HttpRequest) -> HttpResponse:
    """Take files, or show where to put them."""
    if request.method == "POST":
        return _take(request)
    waiting, more = asked()
    page = {
        "us": queries.workspace_us(),
        "may_say": may(Right.SETTINGS),
        "under_way": queries.arrivals_under_way(),
        "past": queries.accounts(0, _PAST),
        "waiting": waiting,
        "more": more,
        "gigabytes": MOST // 1024**3,
    }
    return render(request, "add.html", page)


def _take(request: HttpRequest) -> HttpResponse:
    """Spool what comes: ``more`` says that the next request brings more of the same."""
    _refuse_too_much(request)
    public = request.GET.get("arrival", "")
    if public and queries.arrival(public).state != "open":
        raise BadRequest
    spool = Spool(spool_folder() / (public or services.open_arrival(viewer())))
    request.upload_handlers = [spool]
    return _taken(request, spool)


@csrf_protect
def _taken(request: HttpRequest, spool: Spool) -> HttpResponse:
    _ = request.FILES  # reads the whole request
    public = spool.folder.name
    if request.GET.get("more"):
        return JsonResponse({"arrival": public})
    return _begin(request, spool)


def _begin(request: HttpRequest, spool: Spool) -> HttpResponse:
    public = spool.folder.name
    files = [each for each in spool.folder.rglob("*") if each.is_file()]
    if not files:
        services.drop_arrival(public)
        messages.warning(request, _("Nothing was chosen. Choose a file or a folder first."))
        return redirect("add")
    names = sorted(str(each.relative_to(spool.folder)) for each in files)
    services.begin_arrival(public, names, len(files), sum(each.stat().st_size for each in files))
    bring_in.enqueue(public)
    if "X-Scripted" in request.headers:
        return JsonResponse({"at": reverse("arrival", args=[public])})
    return redirect("arrival", public)


def _refuse_too_much(request: HttpRequest) -> None:
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    spool_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    free = shutil.disk_usage(spool_folder()).free
    if size > MOST:
        raise SettingsError(
            f"That is {size / 1024**3:.1f} GB; {MOST // 1024**3} GB at once is the limit here. "
            "Hand over less at a time, or use `theirside add` where the files lie"
        )
    if size * 2 > free:
        raise SettingsError(
            f"That is {size / 1024**2:,.0f} MB, and the disk has {free / 1024**2:,.0f} MB left; "
            "make room first"
        )


@require_POST
def tell(request: HttpRequest) -> HttpResponse:
    """Note whose side the speakers of one conversation are on."""
    names = request.POST.getlist("name")
    sides = {
        name: Side(side)
        for number, name in enumerate(names)
        if (side := request.POST.get(f"side-{number}", "")) in set(Side)
    }
    if answer(request.POST.get("conversation", ""), sides):
        read_again.enqueue()
        messages.success(request, _("Noted. The talk is being read again with that."))
    else:
        messages.info(request, _("Nothing was changed."))
    return redirect(reverse("add") + "#sides")


@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Take back what an import brought."""
    if is_much(queries.account(number).turns):
        return redirect("errand", begin("undo", {"number": number}, viewer()))
    undone = services.undo_import(number)
    read_again.enqueue()
    text = _("Taken back: %(turns)s turns, %(talks)s whole talks, %(people)s people.")
    counts = {
        "turns": f"{undone.turns:,}",
        "talks": f"{undone.conversations:,}",
        "people": f"{undone.people:,}",
    }
    messages.success(request, text % counts)
    return redirect("add")


def past(request: HttpRequest, number: int) -> HttpResponse:
    """Show the whole account of one import."""
    it = queries.account(number)
    return render(request, "import.html", {"it": it, "people": queries.people_brought(number)})


urlpatterns = [
    path("", add, name="add"),
    path("sides/", tell, name="add_sides"),
    path("imports/<int:number>/", past, name="import"),
    path("imports/<int:number>/undo/", undo, name="undo_import"),
]
