"""``theirside measure``: how we showed up, counted, every figure open to its sentences."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json

PANEL = "Understand"


def measure(
    what: Annotated[
        str, typer.Argument(metavar="CONVERSATION|PERSON", help="A talk, or whose talks.")
    ],
    json: Json = False,
) -> None:
    """Count how we showed up in a conversation, or in the talks with a person.

    \b
    Examples:
      theirside measure "first call"
      theirside measure dana
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app.measuring import subject
    from theirside.care.measuring import figures
    from theirside.care.unheard import unheard
    from theirside.cli.figures import print_figures
    from theirside.cli.printing import print_json

    found = subject(what)
    counted = figures(found.talks(), unheard=unheard())
    if json:
        from theirside import as_json

        print_json([as_json.figure(each) for each in counted])
    else:
        print_figures(found.title, found.about, counted)
