"""The team's talk of the month: two moments, three questions, one experiment; sharing one's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import measuring, sharing
from theirside.app.access import Right, may
from theirside.app.team_kit import Kit, team_session
from theirside.app.web import showing
from theirside.app.web.counted import counts
from theirside.app.web.views.practice import seller_of
from theirside.app.web.worded import worded
from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.moment import moment_kinds
from theirside.care.told import interval, shown
from theirside.care.worthwhile import moments_in
from theirside.purpose.practised import Movement
from theirside.purpose.session import LookedBack

OWN = 8
TALKS = 30


@dataclass(frozen=True, slots=True)
class OwnMoment:
    """A moment of one's own talks that could be shared; ``shared`` tells that it is."""

    id: str
    name: str
    good: bool
    why: str
    quote: showing.ShownQuote
    conversation: str
    shared: bool


@dataclass(frozen=True, slots=True)
class LastMonth:
    """The experiment before, with its measure."""

    title: str
    do: str
    name: str
    told: str
    counted: str
    ask: str


def team_kit(request: HttpRequest) -> HttpResponse:
    """Show the plan of the month to whoever may have it, and one's own moments to share."""
    month = _month(request.GET.get("month", ""))
    planned = may(Right.TEAM_KIT)
    kit = team_session(month) if planned else None
    seller = seller_of(request)
    context = {
        "kit": kit,
        "month": month,
        "measure": _measure(kit),
        "last": _last(kit.session.looked_back) if kit is not None else None,
        "shared": sharing.shared(),
        "own": list(_own(seller)) if seller else [],
        "tab": "team_kit",
    }
    return render(request, "team_kit.html", context)


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return timezone.localdate()


def _measure(kit: Kit | None) -> str:
    experiment = kit.session.experiment if kit is not None else None
    return worded(measures()[experiment.measure].name) if experiment is not None else ""


def _last(it: LookedBack | None) -> LastMonth | None:
    if it is None:
        return None
    told, counted = _("too little to say"), ""
    if it.movement is not Movement.TOO_LITTLE:
        told = _("%(during)s in that month, %(before)s before") % {
            "during": _figure(it.during),
            "before": _figure(it.before),
        }
        counted = counts(it.during) if it.during is not None else ""
    if it.movement is Movement.SAME:
        told += "; " + _("too little to tell them apart")
    name = worded(measures()[it.experiment.measure].name)
    return LastMonth(
        worded(it.experiment.title),
        worded(it.experiment.do),
        name,
        told,
        counted,
        worded(it.experiment.look_back),
    )


def _figure(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return "?"
    between = interval(figure)
    return shown(figure.value, figure.unit) + (f" ({between})" if between else "")


def _own(seller: str) -> Iterator[OwnMoment]:
    """Yield the moments of the seller's newest talks that stand out most."""
    talks = list(measuring.newest_of(seller, TALKS).talks())
    by_id = {talk.id: talk.conversation for talk in talks}
    shared = {each.id for each in sharing.shared()}
    for each in moments_in(talks, OWN):
        kind = moment_kinds()[each.kind]
        quote = showing.quote(each.evidence[0], by_id)
        yield OwnMoment(
            each.id,
            worded(kind.name),
            kind.good,
            worded(kind.why),
            quote,
            each.evidence[0].conversation,
            each.id in shared,
        )


@require_POST
def share(request: HttpRequest, code: str) -> HttpResponse:
    """Let the team look at a moment of one's own, without the customer's name."""
    sharing.share(
        code,
        seller_of(request) or "",
        named="named" in request.POST,
        conversation=request.POST.get("conversation", ""),
    )
    messages.success(request, _("The team will see it. Look below how it looks to them."))
    return redirect("team_kit")


@require_POST
def unshare(request: HttpRequest, code: str) -> HttpResponse:
    """Take back what was shared."""
    sharing.unshare(code, seller_of(request) or "")
    messages.success(request, _("It is yours alone again."))
    return redirect("team_kit")


urlpatterns = [
    path("", team_kit, name="team_kit"),
    path("<str:code>/share/", share, name="share_with_team"),
    path("<str:code>/unshare/", unshare, name="take_from_team"),
]
