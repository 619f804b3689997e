"""``theirside checkback``: play back what was understood, and read what they say of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from theirside.cli.options import Json, PersonText

PANEL = "Serve"
FORMS = ("html", "md", "mail")


def checkback(
    person: PersonText,
    form: Annotated[
        str,
        typer.Option("--as", metavar="html|md|mail", help="A page, Markdown, or mail text."),
    ] = "html",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write; - prints it."),
    ] = None,
    tone: Annotated[
        str,
        typer.Option("--tone", metavar="TONE", help="short, warm or formal; else as they like it."),
    ] = "",
    signed: Annotated[
        str,
        typer.Option("--from", metavar="NAME", help="Who signs; else who spoke with them most."),
    ] = "",
    note: Annotated[str, typer.Option("--note", help="A line of your own, after the first.")] = "",
    answer: Annotated[
        str | None,
        typer.Option("--answer", metavar="FILE", help="Their answer; - reads standard input."),
    ] = None,
    typed: Annotated[
        bool, typer.Option("--ask", help="Type their answers in, one by one.")
    ] = False,
    history: Annotated[bool, typer.Option("--list", help="List what was sent to them.")] = False,
    json: Json = False,
) -> None:
    """Make a page that plays back what was understood; with --answer, read what they say of it.

    Nothing is sent: the page is yours to look through, to print or to mail. What they don't want
    kept is erased for good.

    \b
    Examples:
      theirside checkback sigrun
      theirside checkback sigrun --as mail --tone short -o -
      theirside checkback sigrun --answer reply.eml
      theirside checkback sigrun --ask
      theirside checkback sigrun --list
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.cli import checking

    if form not in FORMS:
        raise typer.BadParameter(f"one of {', '.join(FORMS)}", param_hint="--as")
    found = queries.find_person(person)
    if history:
        checking.list_past(found, json=json)
    elif answer is not None:
        checking.take(found, answer, json=json)
    elif typed:
        checking.ask(found)
    else:
        checking.make(found, form, output, tone=tone, signed=signed, note=note, json=json)
