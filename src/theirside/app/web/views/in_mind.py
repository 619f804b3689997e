"""In mind: the few people of today, what one of them would be glad of, and why them."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from theirside.app import queries
from theirside.app.shelf import Talks, given, in_mind_of, in_mind_today, never
from theirside.app.web.showing import ShownQuote, day, quote
from theirside.app.web.worded import worded
from theirside.intake.shelf.thing import Thing
from theirside.serve.in_mind.choosing import Chosen, Silence
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class ShownThing:
    """A thing for somebody, their words that are the reason, and how a first line may go."""

    thing: Thing
    why: ShownQuote | None
    facet: str
    opening: str


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """What there is for one person; ``silence`` says why there is nothing."""

    person: Person
    last: str
    things: tuple[ShownThing, ...]
    silence: str


@require_safe
def in_mind(request: HttpRequest) -> HttpResponse:
    """Show the few people of today, one thing each."""
    found = in_mind_today(timezone.localdate())
    context = {
        "tab": "in_mind",
        "people": [_shown(each, found.talks, 1) for each in found.people],
        "more": found.known - found.looked_at,
        "looked_at": found.looked_at,
        "is_empty": not queries.shelf(),
    }
    return render(request, "in_mind.html", context)


@require_safe
def for_person(request: HttpRequest, key: str) -> HttpResponse:
    """Show all that there is for one person today, or why there is nothing."""
    found, talks = in_mind_of(queries.find_person(key), timezone.localdate())
    context = {"each": _shown(found, talks), "is_empty": not queries.shelf()}
    return render(request, "in_mind_of.html", context)


def _shown(chosen: Chosen, talks: Talks, most: int | None = None) -> ShownPerson:
    last = chosen.last_given
    told = _("nothing was given to them from the shelf yet")
    if last is not None:
        told = _("last given: “%(what)s”, %(day)s") % {"what": last.title, "day": day(last.at)}
    things = [
        ShownThing(
            each.thing,
            quote(each.why.evidence[-1], talks) if each.why.evidence else None,
            worded(each.why.facet),
            each.opening,
        )
        for each in chosen.things[:most]
    ]
    return ShownPerson(chosen.person, told, tuple(things), "" if things else _silence(chosen))


def _silence(chosen: Chosen) -> str:
    until = day(chosen.until)
    return {
        Silence.QUIET: _("They asked for quiet until %s.") % until,
        Silence.TOO_SOON: _(
            "Something was given to them a short while ago. Nothing more before %s."
        )
        % until,
        Silence.NOTHING_KNOWN: _("We know of nothing yet that they like, want or struggle with."),
    }.get(
        chosen.silence or Silence.NOTHING_NEAR,
        _("Nothing on the shelf is near enough to what they said."),
    )


@require_POST
def answer(request: HttpRequest, key: str, thing: str) -> HttpResponse:
    """Keep that a thing was given to somebody, or is nothing for them."""
    person, what = queries.find_person(key), queries.find_thing(thing)
    if request.POST.get("answer") == "never":
        never(person, what)
        told = _("Noted: “%(what)s” is nothing for %(who)s, now or later.")
    else:
        given(person, what, timezone.localdate())
        told = _("Noted: “%(what)s” was given to %(who)s.")
    messages.success(request, told % {"what": what.title, "who": person.name})
    return redirect("in_mind")


urlpatterns = [
    path("serve/in-mind/", in_mind, name="in_mind"),
    path("people/<str:key>/in-mind/", for_person, name="in_mind_of"),
    path("people/<str:key>/in-mind/<str:thing>/", answer, name="in_mind_answer"),
]
