"""Figures as people read them: value, interval, what was counted; for a terminal and for pages."""

from __future__ import annotations

from theirside.care.definition import Range, measures
from theirside.care.figure import Figure

SHORTEST_HOUR = 2.0
"""Hours from which on a time is told in hours."""
_SUFFIX = {
    "seconds": " s",
    "hours": " h",
    "per hour": "/h",
    "per minute": "/min",
    "share": "%",
}

GOOD = {
    "guideline": "a guideline",
    "research": "research",
    "computed": "computed from open data",
    "vendor": "a vendor's observation",
}


def shown(value: float, unit: str) -> str:
    """Return a value as people read it: ``43%``, ``1.2``, ``0.8 s``."""
    number = value * 100 if unit == "share" else value
    digits = 0 if unit in ("share", "words") or abs(number) >= 100 else 1
    return f"{number:,.{digits}f}{_SUFFIX.get(unit, '')}"


def interval(figure: Figure) -> str:
    """Return the interval: ``38–49%``; empty where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    low, high = shown(figure.low, figure.unit), shown(figure.high, figure.unit)
    if figure.unit != "share":
        high = high.removesuffix(_SUFFIX.get(figure.unit, ""))
    return f"{low.removesuffix(_SUFFIX.get(figure.unit, ''))}–{high}"


def counts(figure: Figure) -> str:
    """Return what was counted: ``3 of 5 questions``, ``18 questions in 10 min``."""
    measure = measures()[figure.measure]
    things = one_of(measure.things) if figure.count == 1 else measure.things
    if measure.how.kind in ("longest", "middle"):
        many = one_of(measure.things) if figure.of == 1 else measure.things
        return f"of {figure.of:,.0f} {many}"
    if measure.how.kind == "ratio":
        return f"{figure.count:,.0f} to {figure.of:,.0f} {measure.things}"
    if measure.unit.startswith("per "):
        return f"{figure.count:,.0f} {things} in {_span(figure)}"
    return f"{figure.count:,.0f} of {figure.of:,.0f} {measure.things}"


def one_of(things: str) -> str:
    """Return the singular of what is counted: ``question``, ``stretch``."""
    return things.removesuffix("es" if things.endswith("ches") else "s")


def _span(figure: Figure) -> str:
    """Return in how much it was counted: ``10 min``, ``2.5 h``, ``1,200 words``, ``4 mails``."""
    if figure.unit == "per 1,000 words":
        return f"{figure.of * 1000:,.0f} words"
    if figure.unit in ("per mail", "per talk"):
        return _count(int(figure.of), figure.unit.removeprefix("per "))
    minutes = figure.of * 60 if figure.unit == "per hour" else figure.of
    return f"{minutes:,.0f} min" if minutes < 60 * SHORTEST_HOUR else f"{minutes / 60:,.1f} h"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def range_line(each: Range) -> str:
    """Return what was published, by whom, and how good that evidence is."""
    return f"{each.who}: {each.says} ({GOOD[each.good]}: {each.evidence})"
