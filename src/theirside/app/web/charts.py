"""Charts for a page: an Altair chart as its specification, in colours that the page decides.

The page's own script draws it (js/charts.js), without eval; colours are the names of the page's
custom properties, so that light and dark need no chart of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from theirside.care.over_time import Trend
from theirside.care.spoken import Spoken
from theirside.conversation import Side
from theirside.understand.feelings import passed_over_in
from theirside.understand.talk import Talk

ROOM = {"left": 0, "right": 4, "top": 4, "bottom": 6}
"""Pixels around a chart: what hangs below a line of its labels is not cut off."""


def who_spoke_when(talk: Talk, link: Callable[[int], str]) -> dict[str, Any]:
    """Return the strip of a talk as a Vega-Lite specification, as wide as its place on the page."""
    from theirside import plots

    look = plots.Look("transparent", "--ink", "--teal", "--slate", "--amber", "--line")
    spec: dict[str, Any] = plots.talk(talk, look, link).to_dict(validate=False)
    return {**spec, "description": _told(talk), "width": "container", "padding": ROOM}


def _told(talk: Talk) -> str:
    """Return what the strip shows in figures; it says it itself, but in English."""
    laid = Spoken(talk)
    asked = sum("question" in each.labels for each in laid.sentences)
    missed = len(passed_over_in(talk))
    told = _("%(theirs)s words of theirs, %(ours)s of ours; %(asked)s; %(missed)s")
    return told % {
        "theirs": f"{laid.words_of(Side.THEIRS):,}",
        "ours": f"{laid.words_of(Side.OURS):,}",
        "asked": ngettext("%(n)s question", "%(n)s questions", asked) % {"n": f"{asked:,}"},
        "missed": ngettext("%(n)s feeling passed over", "%(n)s feelings passed over", missed)
        % {"n": f"{missed:,}"},
    }


def over_weeks(trend: Trend) -> dict[str, Any]:
    """Return a measure week by week as a specification, as wide as its place on the page."""
    from theirside import plots

    look = plots.Look("transparent", "--ink", "--teal", "--slate", "--amber", "--line")
    spec: dict[str, Any] = plots.weeks(trend, look).to_dict(validate=False)
    spec.pop("title", None)  # it stands above, as a heading
    return {**spec, "width": "container", "padding": ROOM}
