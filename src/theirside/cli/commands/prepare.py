"""``theirside prepare``: one page before a talk, their wants first."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import Annotated

import typer

from theirside.cli.options import DAY, Html, Json, Markdown, PersonText

PANEL = "With purpose"


def prepare(
    person: PersonText,
    want: Annotated[
        list[str] | None,
        typer.Option("--want", metavar="TEXT", help="What we want from it; may be repeated."),
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on",
            formats=DAY,
            metavar="YYYY-MM-DD",
            help="The day of the talk, if not today; what was said on it or later is left out.",
        ),
    ] = None,
    html: Html = None,
    md: Markdown = None,
    json: Json = False,
) -> None:
    """Print one page before a talk: what they want, then what we want and could give.

    Our wants and the three questions are kept, so that `theirside debrief` can hold the talk
    against them. On a terminal it asks for our wants where none are written down for that day.

    \b
    Examples:
      theirside prepare dana
      theirside prepare dana --want "agree who joins the test" --html dana.html
      theirside prepare dana --on 2026-03-18
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import purpose_as_json
    from theirside.app import queries
    from theirside.app.preparing import prepared, wants_written_down
    from theirside.cli.page_files import show
    from theirside.prepared_page import prepared_page

    found = queries.find_person(person)
    today = datetime.now().astimezone().date()
    day = on.date() if on is not None else today
    ours = tuple(want) if want else wants_written_down(found, day)
    if not ours and not json and _is_terminal():
        ours = _asked(found.name)
    made, known = prepared(found, day, ours, only_before=on is not None)
    talks = {each.id: each for each in known.conversations}
    page = prepared_page(made, talks, 'Say it with --want "…", and the talk is held against it.')
    show(page, purpose_as_json.preparation(made) if json else None, html, md)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked(name: str) -> tuple[str, ...]:
    """Ask for our wants, one a line, until an empty one."""
    from theirside.cli.printing import paragraph

    paragraph(f"What do you want from the talk with {name}? One a line, Enter to end.")
    found: list[str] = []
    while True:
        answer: str = typer.prompt("  ", default="", show_default=False, prompt_suffix="")
        if not answer.strip():
            return tuple(found)
        found.append(answer.strip())
