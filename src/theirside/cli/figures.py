"""Figures in a terminal: value, interval and counts in quiet columns; no rank and no grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from theirside.care.definition import Measure, measures
from theirside.care.figure import Figure
from theirside.care.measuring import TOO_LITTLE
from theirside.care.over_time import Compared, Trend
from theirside.care.told import counts, interval, shown
from theirside.cli.printing import count, day, heading, paragraph, print_line

NAME_WIDTH = 30
VALUE_WIDTH = 8
RANGE_WIDTH = 10


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
