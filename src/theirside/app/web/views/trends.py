"""Own trends: measures over weeks with their intervals, against one's own past and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from theirside.app.access import Right, may
from theirside.app.trends import USUAL, own_trends
from theirside.app.web import showing
from theirside.app.web.charts import over_weeks
from theirside.app.web.counted import counts
from theirside.app.web.measured import names
from theirside.app.web.views.practice import seller_of
from theirside.app.web.worded import worded
from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.over_time import Trend
from theirside.care.told import interval, shown
from theirside.purpose.practised import Movement, movement


@dataclass(frozen=True, slots=True)
class Row:
    """A week in the table behind a chart."""

    week: str
    value: str
    between: str
    of: str


@dataclass(frozen=True, slots=True)
class ShownTrend:
    """One measure over the weeks: in words, as a chart, as a table."""

    id: str
    name: str
    why: str
    told: str
    chart: dict[str, Any] | None
    rows: tuple[Row, ...]


def trends(request: HttpRequest) -> HttpResponse:
    """Show how one's own measures went over the weeks."""
    seller = seller_of(request)
    if seller is None:
        return redirect("purpose")
    everything = "all" in request.GET
    found = own_trends(seller, () if everything else USUAL)
    context = {
        "trends": list(_shown(found.trends)),
        "newest": showing.day(found.newest),
        "everything": everything,
        "off": names(found.off),
        "may_set": may(Right.SETTINGS),
        "tab": "trends",
    }
    return render(request, "trends.html", context)


def _shown(found: tuple[Trend, ...]) -> Iterator[ShownTrend]:
    for each in found:
        measure = measures()[each.measure]
        known = [one for one in each.weeks if one[1].value is not None]
        rows = tuple(
            Row(showing.day(monday), _value(figure), interval(figure), counts(figure))
            for monday, figure in reversed(each.weeks)
        )
        chart = over_weeks(each) if known else None
        yield ShownTrend(
            each.measure, worded(measure.name), worded(measure.why), _told(each), chart, rows
        )


def _told(each: Trend) -> str:
    """Return what a trend says in a sentence or two."""
    known = [week for week in each.weeks if week[1].value is not None]
    if not known:
        return _("No week says enough by itself yet.")
    monday, newest = known[-1]
    told = _("In the week of %(day)s: %(value)s.") % {
        "day": showing.day(monday),
        "value": _with(newest),
    }
    if each.past is None or each.past.value is None:
        return told + " " + _("There is no past yet to hold it against.")
    told += " " + _("Your past as a whole: %(value)s.") % {"value": _with(each.past)}
    if movement(each.past, newest) is Movement.MOVED:
        return told + " " + _("The two ranges don't touch.")
    return told + " " + _("The ranges overlap, so too little to say that anything moved.")


def _with(figure: Figure) -> str:
    between = interval(figure)
    return _value(figure) + (f" ({between})" if between else "")


def _value(figure: Figure) -> str:
    return shown(figure.value, figure.unit) if figure.value is not None else "?"


urlpatterns = [path("", trends, name="trends")]
