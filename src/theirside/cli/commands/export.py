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
    import json as json_text

    from theirside import as_json
    from theirside.app import queries
    from theirside.app.export import everything_about
    from theirside.app.export_text import as_text
    from theirside.cli.printing import console, print_json

    found = queries.find_person(person)
    kept = everything_about(found)
    form = as_json.everything(kept)
    if json:
        print_json(form)
        return
    folder = output or Path(f"theirside-export-{found.id}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "everything.json").write_text(
        json_text.dumps(form, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    (folder / "everything.txt").write_text(as_text(kept), encoding="utf-8")
    console().print(
        f"All that is kept about {found.name} is in {folder}: everything.json, everything.txt",
        markup=False,
    )
