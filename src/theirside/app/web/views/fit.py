"""Are we for them? One person's or company's needs against the offer; and deciding."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from theirside.app import queries
from theirside.app.fitting import Subject, decide, decided_on, fit_of
from theirside.app.offer import kept_offer
from theirside.app.web.fitted import NAMES, counted, decision_shown, shown
from theirside.errors import NotKeptError
from theirside.serve.fit import Decision, Verdict


def fit(request: HttpRequest, key: str) -> HttpResponse:
    """Show one person's needs against the offer; keep what is decided."""
    person = queries.find_person(key)
    return fit_page(request, Subject(person.name, (person,)), reverse("fit", args=[person.id]))


def fit_page(request: HttpRequest, about: Subject, here: str) -> HttpResponse:
    """Show how a person's or company's needs stand; keep what is decided."""
    if kept_offer() is None:
        return render(request, "fit_without_offer.html", {"about": about})
    found, talks = fit_of(about, timezone.localdate())
    said: dict[str, str] = {}
    if request.method == "POST":
        said = {name: request.POST.get(name, "").strip() for name in _FIELDS}
        said["wrong"] = _kept(request, about, said)
        if not said["wrong"]:
            return redirect(here)
    context = {
        "about": about,
        "person": about.people[0] if len(about.people) == 1 else None,
        "it": shown(found, talks),
        "decided": [decision_shown(each) for each in reversed(decided_on(about))],
        "names": [(str(each), name) for each, name in NAMES.items()],
        "said": said,
        "here": here,
    }
    return render(request, "fit.html", context, status=400 if said.get("wrong") else 200)


_FIELDS = ("decision", "because", "pointed_to", "look_again")


def _kept(request: HttpRequest, about: Subject, said: dict[str, str]) -> str:
    """Keep a decision; return what is wrong with it, empty where nothing is."""
    if said["decision"] not in set(Decision):
        return _("Choose fit, not now or not us.")
    try:
        again = date.fromisoformat(said["look_again"]) if said["look_again"] else None
    except ValueError:
        return _("Give the day as 2027-04-01.")
    found, _talks = fit_of(about, timezone.localdate())
    decision = Decision(said["decision"])
    try:
        kept = decide(
            about, found, decision, said["because"], pointed_to=said["pointed_to"], look_again=again
        )
    except ValueError as error:
        return str(error).capitalize() + "."
    except NotKeptError as error:
        return str(error)
    if kept.did_right:
        messages.success(request, _("Kept. You told them early and pointed them on: that counts."))
    elif decision is Decision.FIT:
        messages.success(request, _("Kept."))
    else:
        messages.success(request, _("Kept. Where could they turn? Say it, when you know."))
    return ""


@require_safe
def short(request: HttpRequest, key: str) -> HttpResponse:
    """Tell in two lines how a person's needs stand: for the board, which asks when it is seen."""
    person = queries.find_person(key)
    if kept_offer() is None:
        return HttpResponse("")
    found, _talks = fit_of(Subject(person.name, (person,)), timezone.localdate())
    worst = next((e for e in found.needs if e.verdict is Verdict.NOT_MET), None)
    context = {
        "counted": counted(found),
        "proposed": NAMES[found.proposal.decision] if found.proposal.decision else "",
        "worst": worst.need.statement if worst else "",
    }
    return render(request, "parts/fit_short.html", context)


urlpatterns = [
    path("<str:key>/fit/", fit, name="fit"),
    path("<str:key>/fit/short/", short, name="fit_short"),
]
