"""``theirside export``: all that is kept about one person, for their eyes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from theirside.cli.options import PersonText

PANEL = "Bring in and take out"


def export(
    person: PersonText,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The folder to write to; it is made."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the JSON instead.")] = False,
) -> None:
    """Write all that is kept about a person, as JSON and as readable text.

    \b
    Examples:
      theirside export dana
      theirside export dana -o for-dana/
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.app.exporting import all_about, written
    from theirside.cli.printing import paragraph, print_json

    found = queries.find_person(person)
    if json:
        print_json(all_about(found))
        return
    folder = output or Path(f"theirside-export-{found.id}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "everything.json").write_text(written(found, "json"), encoding="utf-8")
    (folder / "everything.txt").write_text(written(found, "text"), encoding="utf-8")
    paragraph(
        f"All that is kept about {found.name} is in {folder}: everything.txt to read, "
        "everything.json for programs.",
        hang=2,
    )
