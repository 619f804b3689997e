"""Charts for a page: an Altair chart as its specification, in colours that the page decides.

The page's own script draws it (js/charts.js), without eval; colours are the names of the page's
custom properties, so that light and dark need no chart of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from theirside.care.over_time import Trend
from theirside.understand.talk import Talk

ROOM = {"left": 0, "right": 4, "top": 4, "bottom": 6}
"""Pixels around a chart: what hangs below a line of its labels is not cut off."""


def who_spoke_when(talk: Talk, link: Callable[[int], str]) -> dict[str, Any]:
    """Return the strip of a talk as a Vega-Lite specification, as wide as its place on the page."""
    from theirside import plots

    look = plots.Look("transparent", "--ink", "--teal", "--slate", "--amber", "--line")
    spec: dict[str, Any] = plots.talk(talk, look, link).to_dict(validate=False)
    return {**spec, "width": "container", "padding": ROOM}


def over_weeks(trend: Trend) -> dict[str, Any]:
    """Return a measure week by week as a specification, as wide as its place on the page."""
    from theirside import plots

    look = plots.Look("transparent", "--ink", "--teal", "--slate", "--amber", "--line")
    spec: dict[str, Any] = plots.weeks(trend, look).to_dict(validate=False)
    spec.pop("title", None)  # it stands above, as a heading
    return {**spec, "width": "container", "padding": ROOM}
