"""``theirside moments``: the few stretches of talks most worth looking at together."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json

PANEL = "Understand"


def moments(
    what: Annotated[
        str,
        typer.Argument(metavar="CONVERSATION|PERSON", help="A talk, or whose talks."),
    ] = "",
    mine: Annotated[bool, typer.Option("--mine", help="All our talks together.")] = False,
    most: Annotated[int, typer.Option("--most", min=1, help="How many at most.")] = 5,
    json: Json = False,
) -> None:
    """Show the few moments most worth looking at together, what worked among them.

    \b
    Examples:
      theirside moments "first call"
      theirside moments dana --most 3
      theirside moments --mine
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import moments_as_json
    from theirside.app.moments import moments_about
    from theirside.cli.moments import print_moments
    from theirside.cli.printing import print_json

    if bool(what) == mine:
        raise typer.BadParameter("name a conversation or a person, or give --mine")
    found = moments_about("" if mine else what, most)
    if json:
        print_json(moments_as_json.moments(found.title, found.moments))
    else:
        print_moments(found)
