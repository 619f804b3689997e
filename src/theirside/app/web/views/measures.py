"""Settings: the measures, switched on and off for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.access import Right, require
from theirside.app.web.worded import capitalised
from theirside.care.definition import Measure
from theirside.care.definition import measures as known


@dataclass(frozen=True, slots=True)
class Shown:
    """A measure and whether it is on."""

    measure: Measure
    on: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Measures that belong together, under their heading."""

    heading: str
    measures: tuple[Shown, ...]

    @property
    def on(self) -> int:
        """How many of them are on."""
        return sum(each.on for each in self.measures)


def measures(request: HttpRequest) -> HttpResponse:
    """List the measures by their groups."""
    require(Right.SETTINGS)
    off = queries.measures_off()
    shown = [Shown(each, each.id not in off) for each in known().values()]
    groups = [
        Group(capitalised(name), tuple(inside))
        for name, inside in groupby(shown, key=lambda each: each.measure.group)
    ]
    return render(request, "measures.html", {"groups": groups})


@require_POST
def switch_measure(request: HttpRequest) -> HttpResponse:
    """Switch a measure for everybody."""
    require(Right.SETTINGS)
    name = request.POST.get("measure", "")
    services.switch_measure(name, on=request.POST.get("on") == "yes")
    return redirect(f"{reverse('measures')}#m-{name}")


urlpatterns = [
    path("", measures, name="measures"),
    path("switch/", switch_measure, name="switch_measure"),
]
