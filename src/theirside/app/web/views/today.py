"""Today: who to think of, and why; each thing with their words, and one thing to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from theirside.app import queries
from theirside.app import today as the_day
from theirside.app.unerased import unerased
from theirside.app.waiting import FEELING
from theirside.app.web import showing
from theirside.app.web.worded import worded
from theirside.conversation import Conversation
from theirside.serve.due import DueKind
from theirside.understand.understanding import Person

KINDS: Mapping[str, str | Promise] = {
    DueKind.OUR_PROMISE: gettext_lazy("We promised"),
    DueKind.THEIR_PROMISE: gettext_lazy("They promised"),
    DueKind.COME_BACK: gettext_lazy("Come back"),
    DueKind.FIT: gettext_lazy("Look again at the fit"),
    DueKind.QUESTION: gettext_lazy("They asked"),
    DueKind.CHECKBACK: gettext_lazy("The check-back waits"),
    the_day.RETURNED: gettext_lazy("The check-back came back"),
    FEELING: gettext_lazy("They felt"),
}
LABELS: Mapping[str, str | Promise] = {
    "kept": gettext_lazy("Kept"),
    "let go": gettext_lazy("Let go"),
    "done": gettext_lazy("Done"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that one may say of a thing by hand, and its words on the button."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ShownThing:
    """One reason to think of somebody, as the page shows it."""

    id: str
    person: str
    kind: str
    when: str
    about: str
    why: str
    quote: showing.ShownQuote | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """Somebody to think of; ``beside`` is their role and company."""

    person: Person
    beside: str
    things: tuple[ShownThing, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Page:
    """The first page. ``unknown``: nothing is up, and somebody's side is not known."""

    day: str
    people: tuple[ShownPerson, ...]
    more: int
    looking: int
    known: bool
    unknown: bool


def today(request: HttpRequest) -> HttpResponse:
    """Show the people of the day."""
    page = _page(the_day.today(timezone.localdate()))
    part = request.headers.get("HX-Target") == "thoughts"
    undo = None if part else request.session.pop("said_today", None)
    context = {"page": page, "undo": undo, "unerased": 0 if part else len(unerased())}
    return render(request, "parts/thoughts.html" if part else "today.html", context)


def _page(found: the_day.Today) -> Page:
    return Page(
        showing.day(found.day),
        tuple(_person(each, found) for each in found.people),
        found.more,
        found.looking,
        found.known,
        not found.people and queries.is_a_side_unknown(),
    )


def _person(each: the_day.OfPerson, found: the_day.Today) -> ShownPerson:
    who = each.person
    beside = ", ".join(filter(None, (who.role, who.company)))
    things = tuple(_thing(one, who.id, found.day, found.talks) for one in each.things)
    return ShownPerson(who, beside, things, each.more)


def _thing(
    each: the_day.Thing, person: str, day: date, talks: Mapping[str, Conversation]
) -> ShownThing:
    return ShownThing(
        each.id,
        person,
        str(KINDS[each.kind]),
        _when(each, day),
        each.about,
        worded(each.why),
        showing.quote(each.quote, talks) if each.quote is not None else None,
        tuple(Mark(mark, str(LABELS[mark])) for mark in each.marks),
    )


def _when(each: the_day.Thing, day: date) -> str:
    if each.on is None:
        return showing.day(each.said)
    if each.on == day:
        return _("today")
    if each.kind == the_day.RETURNED:
        return showing.day(each.on)
    told = _("on %(day)s")
    if each.kind in (DueKind.OUR_PROMISE, DueKind.THEIR_PROMISE):
        told = _("due since %(day)s") if each.on < day else _("due %(day)s")
    return told % {"day": showing.day(each.on)}


@require_POST
def say(request: HttpRequest, person: str) -> HttpResponse:
    """Say of a thing that it was kept, let go or done, or put it off; "" takes that back."""
    code, how = request.POST.get("code", ""), request.POST.get("how", "")
    day = timezone.localdate()
    was = request.POST.get("was", "")
    if "later" in (how, was):
        the_day.put_off(person, code, day + the_day.SNOOZED if how else None)
    else:
        the_day.said(person, code, how, day)
    if "HX-Request" in request.headers and how:
        context = {"person": person, "code": code, "how": how, "told": _told(how, day)}
        return render(request, "parts/thing_said.html", context)
    if how:
        undo = {"person": person, "code": code, "how": how, "told": _told(how, day)}
        request.session["said_today"] = undo
    if "HX-Request" in request.headers:
        page = _page(the_day.today(day))
        return render(request, "parts/thoughts.html", {"page": page})
    return redirect("today")


def _told(how: str, day: date) -> str:
    if how == "later":
        return _("Not before %(day)s.") % {"day": showing.day(day + the_day.SNOOZED)}
    told = {"kept": _("Marked as kept."), "let go": _("Let go."), "done": _("Marked as done.")}
    return told.get(how, "")


urlpatterns = [
    path("", today, name="today"),
    path("today/of/<str:person>/", say, name="say_today"),
]
