"""``theirside accuracy``: how much of our picture the customers confirmed."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json

PANEL = "Serve"


def accuracy(
    by: Annotated[
        str,
        typer.Option("--by", metavar="WHAT", help="person, seller, facet or month; else all four."),
    ] = "",
    json: Json = False,
) -> None:
    """Print empathic accuracy: of the statements that customers judged, how many they confirmed.

    Each share with its 95% interval and how many statements it rests on, and, for what we held
    to be so and so likely, how much they confirmed.

    \b
    Examples:
      theirside accuracy
      theirside accuracy --by month --json
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.cli.printing import print_json
    from theirside.cli.shares import form, print_shares
    from theirside.serve.checkback.accuracy import BY

    if by and by not in BY:
        raise typer.BadParameter(f"one of {', '.join(BY)}", param_hint="--by")
    judged = queries.judged_statements()
    wanted = (by,) if by else BY
    if json:
        print_json(form(judged, wanted))
    else:
        print_shares(judged, wanted)
