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
    from theirside.app.exported import as_text
    from theirside.app.understanding import understood
    from theirside.cli.printing import paragraph, print_json

    found = queries.find_person(person)
    understanding, inputs = understood(found)
    kept = {
        **queries.export_person(found),
        "understanding": as_json.understanding(understanding),
    }
    if json:
        print_json(kept)
        return
    folder = output or Path(f"theirside-export-{found.id}")
    folder.mkdir(parents=True, exist_ok=True)
    text = json_text.dumps(kept, ensure_ascii=False, indent=2) + "\n"
    (folder / "everything.json").write_text(text, encoding="utf-8")
    readable = as_text(understanding, inputs.conversations, queries.everything_about(found))
    (folder / "everything.txt").write_text(readable, encoding="utf-8")
    paragraph(
        f"All that is kept about {found.name} is in {folder}: everything.txt to read, "
        "everything.json for programs.",
        hang=2,
    )
