"""The ledger: what was given and what was asked, on both sides; of everybody, and of one person."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from theirside.app import queries, services
from theirside.app.ledger import Ledger, ledger_of
from theirside.app.ledger_page import ledger_page
from theirside.app.referrals import AT_ONCE
from theirside.app.web.asking import number_in
from theirside.app.web.ledger_shown import kinds_shown, row_shown, shown
from theirside.errors import NotFoundError, NotKeptError
from theirside.serve.ledger.entry import Column, Entry


@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """List how it stands with everybody, those heard last first."""
    found = ledger_page(number_in(request, "page", 1))
    context = {
        "tab": "ledger",
        "rows": [row_shown(each) for each in found.stands],
        "page": {"page": found.page, "pages": found.pages},
    }
    return render(request, "ledger.html", context)


def person_ledger(request: HttpRequest, key: str) -> HttpResponse:
    """Show one person's ledger; add to it by hand."""
    person = queries.find_person(key)
    said = {name: request.POST.get(name, "").strip() for name in _FIELDS}
    wrong = ""
    if request.method == "POST":
        wrong = _added(person.id, said)
        if not wrong:
            messages.success(request, _("Added."))
            return redirect("person_ledger", person.id)
    context = {
        "person": person,
        "it": shown(ledger_of(person, most=AT_ONCE)),
        "kinds": kinds_shown(),
        "today": timezone.localdate().isoformat(),
        "said": said,
        "wrong": wrong,
    }
    return render(request, "person_ledger.html", context, status=400 if wrong else 200)


_FIELDS = ("kind", "by", "text", "on", "named", "weight")


def _added(key: str, said: dict[str, str]) -> str:
    """Add what was typed; return what is wrong with it, empty where nothing is."""
    try:
        column, kind = _kind(said["kind"])
        services.add_to_ledger(
            queries.find_person(key),
            column,
            kind,
            said["text"],
            by_us=said["by"] != "theirs",
            on=_day(said["on"]) or timezone.localdate(),
            weight=_weight(said["weight"]),
            named=said["named"],
        )
    except (ValueError, NotKeptError) as error:
        return str(error)
    return ""


@require_POST
def entry(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Set an entry right, strike it, or take that back."""
    person = queries.find_person(key)
    it, do = ledger_of(person, most=AT_ONCE), request.POST.get("do", "")
    found = _entry(it, number, struck=do == "restore")
    if do == "strike":
        services.strike_from_ledger(found)
        told = (
            _("Struck, and gone: it was added by hand.")
            if found.typed
            else _("Struck. It stays out, and stands below, to be taken back.")
        )
        messages.success(request, told)
    elif do == "restore":
        services.restore_in_ledger(found)
        messages.success(request, _("It counts again."))
    else:
        _correct(request, found)
    return redirect("person_ledger", person.id)


def _correct(request: HttpRequest, found: Entry) -> None:
    said = {name: request.POST.get(name, "").strip() for name in _FIELDS}
    if not said["kind"].startswith(f"{found.column}."):
        told = _("A gift does not become an ask: strike it, and add the other.")
        messages.error(request, told)
        return
    try:
        _column, kind = _kind(said["kind"])
        typed = found.typed
        services.correct_in_ledger(
            found,
            kind=kind if kind != found.kind or not typed else "",
            weight=_weight(said["weight"]),
            text=said["text"] if typed else "",
            by_us=said["by"] != "theirs" if typed else None,
            on=_day(said["on"]) if typed else None,
        )
        messages.success(request, _("Set right."))
    except (ValueError, NotKeptError) as error:
        messages.error(request, str(error))


def _entry(it: Ledger, number: str, *, struck: bool) -> Entry:
    for each in it.struck if struck else it.entries:
        if each.id == number:
            return each
    raise NotFoundError(_("No such entry in the ledger any more; it may have been struck."))


def _kind(text: str) -> tuple[Column, str]:
    column, _dot, kind = text.partition(".")
    return Column(column), kind


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _weight(text: str) -> float | None:
    return float(text.replace(",", ".")) if text else None


urlpatterns = [
    path("serve/ledger/", ledger, name="ledger"),
    path("people/<str:key>/ledger/", person_ledger, name="person_ledger"),
    path("people/<str:key>/ledger/<str:number>/", entry, name="ledger_entry"),
]
