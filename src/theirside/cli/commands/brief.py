"""``theirside brief``: one person's side, quote by quote, and what to ask next."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json, PersonText

PANEL = "Understand"


def brief(
    person: PersonText,
    everything: Annotated[bool, typer.Option("--all", help="Leave nothing out.")] = False,
    json: Json = False,
) -> None:
    """Print how things look from one person's side: each statement with its quote.

    \b
    Examples:
      theirside brief dana
      theirside brief dana@whitfield.example --all
      theirside brief dana --json | jq '.questions[].text'
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import as_json
    from theirside.app import queries
    from theirside.app.understanding import understood
    from theirside.cli.printing import print_json
    from theirside.cli.sheet import Sheet

    understanding, inputs = understood(queries.find_person(person))
    if json:
        print_json(as_json.understanding(understanding))
    else:
        Sheet(
            understanding, inputs.conversations, inputs.annotations, everything=everything
        ).print()
