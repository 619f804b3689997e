"""``theirside questions``: what is worth asking one person next, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json, PersonText

PANEL = "Understand"


def questions(
    person: PersonText,
    everything: Annotated[
        bool, typer.Option("--all", help="All of them, not the first few.")
    ] = False,
    json: Json = False,
) -> None:
    """Print the questions worth asking one person next, each with its reason.

    \b
    Examples:
      theirside questions dana
      theirside questions dana --all
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
        print_json(
            {
                "person": as_json.person(understanding.person),
                "questions": [as_json.question(each) for each in understanding.questions],
            }
        )
    else:
        Sheet(
            understanding, inputs.conversations, inputs.annotations, everything=everything
        ).print_questions()
