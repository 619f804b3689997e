"""What a figure was counted from, in the page's language; ``care.told`` says it in English."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from theirside.app.web.worded import worded
from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.told import SHORTEST_HOUR, one_of


def counts(figure: Figure) -> str:
    """Return what was counted: ``3 of 5 questions``, ``18 questions in 10 min``."""
    measure = measures()[figure.measure]
    things = worded(measure.things)
    told = {"n": f"{figure.count:,.0f}", "of": f"{figure.of:,.0f}", "things": things}
    if measure.how.kind in ("longest", "middle"):
        if figure.of == 1:
            told["things"] = worded(one_of(measure.things))
        return _("of %(of)s %(things)s") % told
    if measure.how.kind == "ratio":
        return _("%(n)s to %(of)s %(things)s") % told
    if measure.unit.startswith("per "):
        if figure.count == 1:
            told["things"] = worded(one_of(measure.things))
        return _("%(n)s %(things)s in %(span)s") % {**told, "span": _span(figure)}
    return _("%(n)s of %(of)s %(things)s") % told


def _span(figure: Figure) -> str:
    """Return in how much it was counted: ``10 min``, ``2.5 h``, ``1,200 words``, ``4 mails``."""
    if figure.unit == "per 1,000 words":
        return _("%(n)s words") % {"n": f"{figure.of * 1000:,.0f}"}
    n = int(figure.of)
    if figure.unit == "per mail":
        return ngettext("%(n)s mail", "%(n)s mails", n) % {"n": f"{n:,}"}
    if figure.unit == "per talk":
        return ngettext("%(n)s talk", "%(n)s talks", n) % {"n": f"{n:,}"}
    minutes = figure.of * 60 if figure.unit == "per hour" else figure.of
    if minutes < 60 * SHORTEST_HOUR:
        return _("%(n)s min") % {"n": f"{minutes:,.0f}"}
    return _("%(n)s h") % {"n": f"{minutes / 60:,.1f}"}
