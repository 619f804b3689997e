"""``theirside due``: what is due, with whom, and why; as a list or as a calendar feed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from theirside.cli.options import DAY, Json, On

PANEL = "Serve"


def due(
    until: Annotated[
        datetime | None,
        typer.Option("--until", formats=DAY, metavar="DATE", help="How far ahead: 2027-04-01."),
    ] = None,
    on: On = None,
    everything: Annotated[bool, typer.Option("--all", help="Leave nothing out.")] = False,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE", help="Write a calendar feed; - prints it."),
    ] = None,
    todos: Annotated[
        bool, typer.Option("--todos", help="With --ics: tasks, where a calendar knows them.")
    ] = False,
    calendar_words: Annotated[
        bool | None,
        typer.Option(
            "--calendar-words/--no-calendar-words",
            help="Setting: may their words stand in calendars? Not unless you say so.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """List what is due in the next fortnight: promises, come-backs, questions, fits, check-backs.

    Each comes with why, and with the words that it rests on. While somebody has asked for quiet,
    nothing of ours is due to them.

    \b
    Examples:
      theirside due
      theirside due --until 2027-04-01 --all
      theirside due --ics theirside.ics
      theirside due --calendar-words
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.cli.due_sheet import today

    day = on.date() if on is not None else today()
    if calendar_words is not None:
        _set(shown=calendar_words)
    elif ics is not None:
        _write(ics, day, todos=todos)
    else:
        _print(day, until, everything=everything, json=json)


def _set(*, shown: bool) -> None:
    from theirside.app import services
    from theirside.cli.printing import paragraph

    services.set_calendar_words(shown=shown)
    if shown:
        paragraph("✓ From now on, calendar files hold their words. Whoever sees the calendar does.")
    else:
        paragraph("✓ From now on, calendar files hold names and numbers only, none of their words.")


def _write(ics: Path, day: date, *, todos: bool) -> None:
    import sys

    from theirside.app.calendar import feed
    from theirside.cli.printing import paragraph
    from theirside.errors import StoreError

    made = feed(day, todos=todos)
    if ics == Path("-"):
        sys.stdout.write(made.decode("utf-8").replace("\r\n", "\n"))
        return
    try:
        ics.write_bytes(made)
    except OSError as error:
        raise StoreError(f"{ics}: it cannot be written ({error.strerror})") from error
    paragraph(f"✓ {ics}: import it into your calendar; later files update what is there.", hang=2)


def _print(day: date, until: datetime | None, *, everything: bool, json: bool) -> None:
    from theirside import due_as_json
    from theirside.app.due import due as due_up_to
    from theirside.cli.due_sheet import print_due
    from theirside.cli.printing import print_json

    found = due_up_to(day, until.date() if until is not None else None)
    if json:
        print_json(due_as_json.due(found))
    else:
        print_due(found, everything=everything)
