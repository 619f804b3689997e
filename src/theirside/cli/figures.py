"""Figures in a terminal: value, interval and counts in quiet columns, no rank and no grade."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.cli.printing import NO_BREAK, heading, paragraph

NAME_WIDTH = 40


def print_figures(title: str, about: str, found: Sequence[Figure]) -> None:
    """Print figures by their groups, each with its interval and what was counted."""
    paragraph(title, style="head")
    if about:
        paragraph(about, style="dim")
    for group, inside in groupby(found, key=lambda each: measures()[each.measure].group):
        heading(group.capitalize())
        for each in inside:
            _print(each)


def _print(figure: Figure) -> None:
    name = measures()[figure.measure].name
    value = shown(figure.value, figure.unit) if figure.value is not None else "?"
    line = f"  {name:<{NAME_WIDTH}} {value:>8}  {interval(figure):<14} {counts(figure)}"
    paragraph(line.rstrip().replace(" ", NO_BREAK))
    if figure.note:
        paragraph(figure.note, style="dim", indent=4)


def shown(value: float, unit: str) -> str:
    """Return a value as people read it: ``43%``, ``1.2``."""
    return f"{value:.0%}" if unit == "share" else f"{value:.1f}"


def interval(figure: Figure) -> str:
    """Return the interval: ``38–49%``; empty where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    if figure.unit == "share":
        return f"{figure.low * 100:.0f}–{figure.high:.0%}"
    return f"{figure.low:.1f}–{figure.high:.1f}"


def counts(figure: Figure) -> str:
    """Return what was counted: ``3 of 5``."""
    return f"{figure.count:,.0f} of {figure.of:,.0f}"
