"""A person: the understanding by facet, each statement with its quotes, and setting it right."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.understanding import find_observation, understood
from theirside.app.web import showing
from theirside.understand.understanding import Person, Question, Status


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page of a person shows."""

    person: Person
    under: str
    sections: tuple[showing.Section, ...]
    questions: tuple[Question, ...]


def person(request: HttpRequest, key: str) -> HttpResponse:
    """Show what is understood of one person."""
    it, inputs = understood(queries.find_person(key))
    who = it.person
    page = Page(
        who,
        ", ".join(filter(None, (who.role, who.company))),
        tuple(showing.sections(it, inputs.conversations)),
        it.questions,
    )
    return render(request, "person.html", {"page": page})


@require_POST
def judge(request: HttpRequest, key: str, observation: str) -> HttpResponse:
    """Confirm, correct or withdraw one statement; answer with how it stands now."""
    found = find_observation(observation)
    status = Status(request.POST.get("status", ""))
    services.judge(
        found, status, request.POST.get("text", "") if status is Status.CORRECTED else ""
    )
    if "HX-Request" not in request.headers:
        return redirect("person", key)
    it, inputs = understood(queries.find_person(key))
    talks = {each.id: each for each in inputs.conversations}
    now = next((each for each in it.current if each.id == observation), None)
    shown = showing.statement(now, it, talks) if now is not None else None
    return render(request, "parts/judged.html", {"it": shown})


urlpatterns = [
    path("<str:key>/", person, name="person"),
    path("<str:key>/statements/<str:observation>/", judge, name="judge"),
]
