"""Practice: today's small task and why, the deck, and what came of it. No streak and no score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import measuring, queries
from theirside.app import practice as practising
from theirside.app.viewing import viewer
from theirside.app.web import showing
from theirside.app.web.worded import worded
from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.told import interval, shown
from theirside.errors import NotFoundError
from theirside.purpose.choosing import Outcome
from theirside.purpose.deck import Task, deck, task_named
from theirside.purpose.practised import Moved, Movement, Week
from theirside.purpose.signs import signs

QUOTES = 3
WEEKS = 12


@dataclass(frozen=True, slots=True)
class TodaysTask:
    """The task of the day; ``reason`` says which sign called for it, ``quotes`` where it shows."""

    task: Task
    done: bool
    note: str
    reason: str
    quotes: tuple[showing.ShownQuote, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done, with the line that was kept of it."""

    day: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class ShownWeek:
    """What was done in a week."""

    monday: str
    done: tuple[Done, ...]


@dataclass(frozen=True, slots=True)
class ShownMove:
    """A measure before one first practised for it, and since."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the practice with its tasks."""

    point: str
    tasks: tuple[Task, ...]


def practice(request: HttpRequest) -> HttpResponse:
    """Show today's task, or ask which of us practises."""
    seller = seller_of(request)
    if seller is None:
        names = sorted(queries.workspace_us().names) or _who_spoke()
        return render(request, "practice.html", {"names": names, "tab": "practice"})
    found = practising.todays_task(seller, timezone.localdate())
    because, reason = found.because, ""
    if because is not None:
        reason = _("Because in %(n)d of your last %(of)d talks %(sign)s.") % {
            "n": because.talks,
            "of": because.of,
            "sign": worded(because.sign.says),
        }
    quotes = tuple(
        showing.quote(each, found.conversations)
        for each in (because.evidence[-QUOTES:] if because else ())
    )
    done = found.given.outcome is Outcome.DONE
    shown_task = TodaysTask(found.task, done, found.given.note, reason, quotes)
    return render(request, "practice.html", {"page": shown_task, "as": seller, "tab": "practice"})


def seller_of(request: HttpRequest) -> str | None:
    """Return who practises; None where several of us could, and none was chosen."""
    chosen = request.GET.get("as", "") or request.session.get("practises", "")
    try:
        found = practising.seller_named(chosen)
    except NotFoundError:
        return None
    if chosen and viewer() is None:
        request.session["practises"] = found
    return found


def _who_spoke() -> list[str]:
    known = measuring.sellers()
    return sorted({known.name(each) for each in queries.our_speakers()})


@require_POST
def done(request: HttpRequest) -> HttpResponse:
    """Say that the task is done, with a line about it."""
    practising.finish(
        seller_of(request) or "", timezone.localdate(), request.POST.get("note", "")[:2000]
    )
    return redirect("purpose")


@require_POST
def skip(request: HttpRequest) -> HttpResponse:
    """Put the task aside for some weeks."""
    practising.put_aside(seller_of(request) or "", timezone.localdate())
    messages.success(request, _("Put aside for some weeks. Here is another one."))
    return redirect("purpose")


def log(request: HttpRequest) -> HttpResponse:
    """Show what was practised, week by week, and how the measures behind it stand."""
    seller = seller_of(request)
    if seller is None:
        return redirect(f"{reverse('purpose')}?{urlencode({'as': ''})}")
    found = practising.practice_log(seller, WEEKS)
    context = {
        "weeks": [_week(each) for each in found.weeks],
        "moved": [_moved(each) for each in found.moved],
        "tab": "practice",
    }
    return render(request, "practice_log.html", context)


def _week(week: Week) -> ShownWeek:
    known = deck()
    return ShownWeek(
        showing.day(week.monday),
        tuple(
            Done(
                showing.day(each.day),
                worded(known[each.task].title) if each.task in known else each.task,
                each.note,
            )
            for each in week.done
        ),
    )


def _moved(each: Moved) -> ShownMove:
    name, since = worded(measures()[each.measure].name), showing.day(each.since)
    if each.movement is Movement.TOO_LITTLE:
        return ShownMove(name, _("since %(day)s: too little to say") % {"day": since})
    told = _("before %(before)s; since %(day)s %(after)s") % {
        "before": _figure(each.before),
        "day": since,
        "after": _figure(each.after),
    }
    if each.movement is Movement.SAME:
        told = f"{told}. " + _("The ranges overlap: too little to say whether it moved.")
    return ShownMove(name, told)


def _figure(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return "?"
    between = interval(figure)
    return shown(figure.value, figure.unit) + (f" ({between})" if between else "")


def the_deck(request: HttpRequest) -> HttpResponse:
    """List the whole deck, point by point."""
    return render(request, "deck.html", {"points": list(_points()), "tab": "practice"})


def _points() -> Iterator[Point]:
    for point, inside in groupby(deck().values(), key=lambda each: each.point):
        yield Point(point, tuple(inside))


def task(request: HttpRequest, key: str) -> HttpResponse:
    """Show one task whole."""
    found = task_named(key)
    calls = [worded(signs()[each].says) for each in found.calls]
    return render(request, "task.html", {"task": found, "calls": calls, "tab": "practice"})


urlpatterns = [
    path("", practice, name="purpose"),
    path("done/", done, name="practice_done"),
    path("skip/", skip, name="practice_skip"),
    path("log/", log, name="practice_log"),
    path("deck/", the_deck, name="deck"),
    path("deck/<str:key>/", task, name="task"),
]
