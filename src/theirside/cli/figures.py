"""Figures in a terminal: value, interval and counts in quiet columns; no rank and no grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from theirside.care.definition import Measure, measures
from theirside.care.figure import Figure
from theirside.care.measuring import TOO_LITTLE
from theirside.care.over_time import Compared, Trend
from theirside.cli.printing import count, day, heading, paragraph, print_line

NAME_WIDTH = 30
VALUE_WIDTH = 8
RANGE_WIDTH = 10
SHORTEST_HOUR = 2.0
_SUFFIX = {
    "seconds": " s",
    "hours": " h",
    "per hour": "/h",
    "per minute": "/min",
    "share": "%",
}


def print_figures(found: Sequence[Figure]) -> None:
    """Print figures by their groups, each with its interval and what was counted."""
    for group, inside in groupby(found, key=lambda each: measures()[each.measure].group):
        heading(group[0].upper() + group[1:])
        for each in inside:
            _row(each, measures()[each.measure], counts(each))
    _left_out(found)


def print_compared(found: Sequence[Compared]) -> None:
    """Print figures since a day, each beside the same before it."""
    now = [each for each in found if each.since is not None]
    for group, inside in groupby(now, key=lambda each: measures()[each.measure].group):
        heading(group[0].upper() + group[1:])
        for each in inside:
            if each.since is not None:
                _row(each.since, measures()[each.measure], _past(each.before))
    if not now:
        paragraph("No talk since then.")
    _left_out([each.since for each in now if each.since is not None])


def print_trends(found: Sequence[Trend]) -> None:
    """Print each measure week by week, with its interval, above the past that it is held to."""
    for each in found:
        measure = measures()[each.measure]
        heading(measure.name)
        for monday, figure in each.weeks:
            _line(f"week of {day(monday)}", figure, counts(figure))
        if each.past is not None:
            _line("all weeks before the newest", each.past, counts(each.past))


def _row(figure: Figure, measure: Measure, beside: str) -> None:
    _line(measure.name, figure, beside)
    notes = [part for part in figure.note.split("; ") if part != TOO_LITTLE]
    if notes and notes[0]:
        paragraph("; ".join(notes), style="dim", indent=4)


def _line(name: str, figure: Figure, beside: str) -> None:
    known = figure.value is not None
    little = TOO_LITTLE in figure.note
    value = shown(figure.value, figure.unit) if figure.value is not None else "?"
    between = interval(figure) if known else "too little" if little else ""
    line = f"  {name:<{NAME_WIDTH}} {value:>{VALUE_WIDTH}}  {between:<{RANGE_WIDTH}}  {beside}"
    print_line(line.rstrip(), style="" if known else "dim")


def _past(figure: Figure | None) -> str:
    """Return the same before: ``before: 38%, 30–46%``."""
    if figure is None or figure.value is None:
        return "before: " + ("too little" if figure is not None else "no talk")
    between = interval(figure)
    return f"before {shown(figure.value, figure.unit)}" + (f", {between}" if between else "")


def _left_out(found: Iterable[Figure]) -> None:
    """Say once which talks could not be counted for something, and why."""
    most: Counter[str] = Counter()
    for each in found:
        if each.talks:
            for why, talks in each.left_out:
                most[why] = max(most[why], talks)
    if most:
        heading("Not counted everywhere")
    for why, talks in most.most_common():
        paragraph(f"{count(talks, 'talk')}: {why}", style="dim", indent=2, hang=2)


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
    things = _one(measure.things) if figure.count == 1 else measure.things
    if measure.how.kind in ("longest", "middle"):
        return f"of {figure.of:,.0f} {measure.things}"
    if measure.how.kind == "ratio":
        return f"{figure.count:,.0f} to {figure.of:,.0f} {measure.things}"
    if measure.unit.startswith("per "):
        return f"{figure.count:,.0f} {things} in {_span(figure)}"
    return f"{figure.count:,.0f} of {figure.of:,.0f} {measure.things}"


def _one(things: str) -> str:
    """Return the singular of what rates count: ``question``."""
    return things.removesuffix("s")


def _span(figure: Figure) -> str:
    """Return in how much it was counted: ``10 min``, ``2.5 h``, ``1,200 words``, ``4 mails``."""
    if figure.unit == "per 1,000 words":
        return f"{figure.of * 1000:,.0f} words"
    if figure.unit in ("per mail", "per talk"):
        return count(int(figure.of), figure.unit.removeprefix("per "))
    minutes = figure.of * 60 if figure.unit == "per hour" else figure.of
    return f"{minutes:,.0f} min" if minutes < 60 * SHORTEST_HOUR else f"{minutes / 60:,.1f} h"
