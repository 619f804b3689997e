"""What stands in the margin of the first page; each part is fetched by itself, or a page alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from theirside.app import practice as practising
from theirside.app import shelf
from theirside.app.learned import learned_since
from theirside.app.web import showing
from theirside.errors import NotFoundError
from theirside.purpose.choosing import Outcome
from theirside.understand.history import Happened
from theirside.understand.understanding import Person

DID: Mapping[Happened, str | Promise] = {
    Happened.HEARD: _("said"),
    Happened.REPLACED: _("now says"),
    Happened.CONFIRMED: _("confirmed"),
    Happened.CORRECTED: _("set right"),
    Happened.WITHDRAWN: _("took something back"),
}


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new of somebody."""

    did: str
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What is new of a person."""

    person: Person
    news: tuple[News, ...]
    more: int


def changed(request: HttpRequest) -> HttpResponse:
    """Show what changed in our understanding since yesterday."""
    since = timezone.localdate() - timedelta(days=1)
    found = [
        OfPerson(
            each.person,
            tuple(
                News(
                    str(DID[one.what]),
                    one.words,
                    showing.quote(one.quote, each.talks).link if one.quote is not None else "",
                )
                for one in each.events
            ),
            each.more,
        )
        for each in learned_since(since)
    ]
    return _part(request, "parts/today_changed.html", {"people": found})


def practice(request: HttpRequest) -> HttpResponse:
    """Show today's task in a line."""
    try:
        seller = practising.seller_named()
        found = practising.todays_task(seller, timezone.localdate())
    except NotFoundError:  # several of us: the practice page asks who
        return _part(request, "parts/today_practice.html", {"task": None})
    done = found.given.outcome is Outcome.DONE
    return _part(request, "parts/today_practice.html", {"task": found.task, "done": done})


def in_mind(request: HttpRequest) -> HttpResponse:
    """Show one person whom a thing on the shelf would be something for."""
    found = shelf.in_mind_today(timezone.localdate())
    first = found.people[0] if found.people else None
    quote = None
    if first is not None and first.things[0].why.evidence:
        quote = showing.quote(first.things[0].why.evidence[-1], found.talks)
    context = {"chosen": first, "thing": first.things[0] if first else None, "quote": quote}
    return _part(request, "parts/today_in_mind.html", context)


def _part(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    if "HX-Request" in request.headers:
        return render(request, template, context)
    return render(request, "today_beside.html", {**context, "part": template})


urlpatterns = [
    path("changed/", changed, name="today_changed"),
    path("practice/", practice, name="today_practice"),
    path("in-mind/", in_mind, name="today_in_mind"),
]
