"""The practice deck in a terminal: a task with its reason, the deck, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.told import interval, shown
from theirside.cli.page import said
from theirside.cli.printing import count, day, heading, one_line, paragraph, print_line, where
from theirside.purpose.choosing import Outcome, Practised
from theirside.purpose.deck import Task, deck
from theirside.purpose.practised import Moved, Movement
from theirside.purpose.signs import Shown, signs

if TYPE_CHECKING:  # the deck is listed without a store
    from theirside.app.practice import Log, Today

QUOTES = 4
"""Quotes of a reason that are shown, of the newest talk first; the JSON form has all of them."""


def print_today(found: Today) -> None:
    """Print a task of a day, and why it is this one."""
    is_done = found.given.outcome is Outcome.DONE
    paragraph(("✓ Done: " if is_done else "") + found.task.title, style="head", hang=2)
    paragraph(_about(found.task), style="dim")
    if is_done:
        _note(found.given)
    if found.because is not None:
        _reason(found)
    _body(found.task)
    print_line("")
    if not is_done:
        paragraph('theirside practice done --note "…"   or: theirside practice skip', style="dim")


def reason(because: Shown) -> str:
    """Return why a task is this one: ``because in 3 of your last 10 talks …``."""
    talks = f"{because.talks} of your last {because.of} talks"
    return f"because in {talks} {because.sign.says}"


def _reason(found: Today) -> None:
    because = found.because
    if because is None:
        return
    talks = [list(each) for _, each in groupby(because.evidence, lambda one: one.conversation)]
    newest = [quote for inside in reversed(talks) for quote in inside][:QUOTES]
    print_line("")
    paragraph(f"Today, {reason(because)}" + (":" if newest else "."), hang=2)
    for quote in newest:
        paragraph(said(quote.text), indent=2, hang=2)
        home = found.conversations.get(quote.conversation)
        paragraph(where(quote, home), style="dim", indent=4, hang=2)


def print_task(task: Task) -> None:
    """Print a task whole, with the signs that call for it."""
    paragraph(task.title, style="head", hang=2)
    paragraph(f"{task.id} · {_about(task)}", style="dim")
    _body(task)
    if task.calls:
        print_line("")
        paragraph("Called for where:", style="dim")
    for each in task.calls:
        paragraph(signs()[each].says, style="dim", indent=2, hang=2)


def _about(task: Task) -> str:
    return f"{', '.join(task.practice)} · {count(task.minutes, 'minute')}"


def _body(task: Task) -> None:
    print_line("")
    paragraph(task.do)
    paragraph(f"What for: {task.purpose}", style="dim", hang=2)
    print_line("")
    for number, step in enumerate(task.how, start=1):
        paragraph(f"{number}. {step}", indent=2, hang=3)
    print_line("")
    paragraph(f"Not now, if: {task.wrong_when}", hang=2)
    paragraph(f"Afterwards: {task.afterwards}", hang=2)


def print_done(found: Today) -> None:
    """Print that a task is done, and the question to think about."""
    paragraph(f"✓ Done: {found.task.title}", style="head", hang=2)
    _note(found.given)
    if not found.given.note:
        paragraph(found.task.afterwards, hang=2)
        paragraph('theirside practice done --note "…" keeps a line of it', style="dim")


def _note(given: Practised) -> None:
    if given.note:
        paragraph(f"“{one_line(given.note)}”", indent=2, hang=2)


def print_tasks(found: Sequence[Task]) -> None:
    """Print tasks by the point that each is mainly about."""
    for point, inside in groupby(found, key=lambda each: each.point):
        heading(point)
        for each in inside:
            print_line(f"  {each.minutes:>2} min  {each.id:<30}  {each.title}"[:88].rstrip())
    print_line("")
    paragraph(f"{count(len(found), 'task')}. theirside practice show TASK", style="dim")


def print_log(found: Log) -> None:
    """Print what was done, week by week, and how the measures behind it stand."""
    paragraph(f"What {found.seller or 'you'} practised", style="head")
    if not found.weeks:
        paragraph("Nothing yet. Today's task: theirside practice", style="dim")
        return
    for week in found.weeks:
        heading(f"Week of {day(week.monday)}")
        for each in week.done:
            task = deck().get(each.task)
            title = task.title if task else each.task
            paragraph(f"{each.day:%a}  {title}" + (f" ({task.point})" if task else ""), indent=2,
                      hang=5)  # fmt: skip
            if each.note:
                paragraph(f"“{one_line(each.note)}”", style="dim", indent=7, hang=2)
    if found.moved:
        heading("How the measures behind it stand")
        paragraph("Beside what was practised, not because of it.", style="dim", indent=2)
        for one in found.moved:
            _moved(one)


def _moved(moved: Moved) -> None:
    paragraph(measures()[moved.measure].name, indent=2)
    if moved.movement is Movement.TOO_LITTLE:
        paragraph(f"since {day(moved.since)}: too little to say", style="dim", indent=4)
        return
    text = f"before {_figure(moved.before)}; since {day(moved.since)} {_figure(moved.after)}"
    if moved.movement is Movement.SAME:
        text += ": the ranges overlap, so too little to say whether it moved"
    paragraph(text, indent=4, hang=2)


def _figure(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return "?"
    between = interval(figure)
    return shown(figure.value, figure.unit) + (f" ({between})" if between else "")
