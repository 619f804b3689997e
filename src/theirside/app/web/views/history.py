"""The history of a person's understanding: what was said, replaced, confirmed, corrected, when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from theirside.app.web.portrait import span_of
from theirside.app.web.showing import Ground, ShownQuote, day
from theirside.app.web.views.person import ground_of
from theirside.app.web.worded import worded
from theirside.understand.facet import facets
from theirside.understand.history import CHANGES, Event, Happened, history_of

SHOWN = 150
"""Events that are shown unless all are asked for."""


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """One event as a page shows it; ``changed`` where it is more than something heard."""

    did: str
    facets: str
    words: str
    before: str
    observation: str
    quote: ShownQuote | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on one day; ``when`` is empty where no day is known."""

    when: str
    events: tuple[ShownEvent, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows; ``left_out`` counts older events."""

    span: str
    changes: tuple[Day, ...]
    days: tuple[Day, ...]
    left_out: int


def history(request: HttpRequest, key: str) -> HttpResponse:
    """Show how the understanding of a person came about."""
    ground = ground_of(key)
    events = history_of(ground.it)
    shown = events if request.GET.get("all") else events[:SHOWN]
    page = Page(
        span_of(ground.it),
        tuple(_days((each for each in events if each.what in CHANGES), ground)),
        tuple(_days((each for each in shown if each.what not in CHANGES), ground)),
        len(events) - len(shown),
    )
    context = {"page": page, "person": ground.it.person, "tab": "history"}
    return render(request, "history.html", context)


def _days(events: Iterable[Event], ground: Ground) -> Iterator[Day]:
    for when, of_day in groupby(events, key=lambda each: day(each.at)):
        yield Day(when, tuple(_event(each, ground) for each in of_day))


def _event(each: Event, ground: Ground) -> ShownEvent:
    said = {
        Happened.HEARD: "",
        Happened.REPLACED: _("changed their mind, or told it anew"),
        Happened.CONFIRMED: _("confirmed"),
        Happened.CORRECTED: _("corrected"),
        Happened.WITHDRAWN: _("A statement was withdrawn, for good."),
    }
    by = _("says %(who)s") % {"who": each.said_by} if each.said_by else ""
    return ShownEvent(
        ", ".join(filter(None, (said[each.what], by))),
        ", ".join(worded(facets()[facet].heading) for facet in each.facets),
        each.words,
        each.before,
        each.observation,
        ground.quote(each.quote) if each.quote is not None else None,
        each.what in CHANGES,
    )


urlpatterns = [path("<str:key>/history/", history, name="history")]
