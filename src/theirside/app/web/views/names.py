"""Who a person is: what they go by, taken apart where it is two people, joined where it is one."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.access import Right, may
from theirside.understand.people import Proposal
from theirside.understand.understanding import Person

FOUND = 8


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows. ``apart`` is who was taken out of this person just now."""

    voices: tuple[queries.VoiceSummary, ...]
    proposals: tuple[Proposal, ...]
    found: tuple[Person, ...]
    apart: Person | None

    @property
    def can_split(self) -> bool:
        """Whether there is more than one thing that they go by."""
        return len(self.voices) > 1


def names(request: HttpRequest, key: str) -> HttpResponse:
    """Show what a person goes by, and who may be the same."""
    person, text = queries.find_person(key), request.GET.get("q", "").strip()
    listed = queries.people_page(text, size=FOUND + 1).people if text else ()
    found = tuple(each.summary.person for each in listed)
    apart = request.GET.get("apart", "")
    page = Page(
        tuple(queries.voices_of(person)),
        tuple(queries.proposals_for(person)),
        tuple(each for each in found if each.id != person.id)[:FOUND],
        queries.find_person(apart) if apart else None,
    )
    context = {
        "page": page,
        "person": person,
        "tab": "names",
        "q": text,
        "may_give": may(Right.PEOPLES_DATA),
    }
    return render(request, "names.html", context)


@require_POST
def merge(request: HttpRequest, key: str) -> HttpResponse:
    """Say that somebody else is the same person."""
    person, other = queries.find_person(key), queries.find_person(request.POST.get("other", ""))
    if person.id == other.id:
        messages.info(request, _("Both are one person already; nothing changed."))
        return redirect("names", person.id)
    kept = services.merge(person, other)
    words = _("%(other)s and %(name)s are one person now. Below, they can be taken apart again.")
    messages.success(request, words % {"other": other.name, "name": person.name})
    return redirect("names", kept.id)


@require_POST
def split(request: HttpRequest, key: str) -> HttpResponse:
    """Say that one of a person's names or addresses is somebody else."""
    person = queries.find_person(key)
    try:
        new = services.split(person, request.POST.get("label", ""))
    except ValueError as error:
        messages.error(request, str(error))
        return redirect("names", person.id)
    response = redirect("names", person.id)
    response["Location"] += f"?apart={new.id}"
    return response


urlpatterns = [
    path("<str:key>/names/", names, name="names"),
    path("<str:key>/merge/", merge, name="merge"),
    path("<str:key>/split/", split, name="split"),
]
