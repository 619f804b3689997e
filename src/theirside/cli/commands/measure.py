"""``theirside measure``: how we showed up, counted, every figure open to its sentences."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from theirside.cli.options import DAY, Json

PANEL = "Understand"

What = Annotated[
    str | None,
    typer.Argument(metavar="CONVERSATION|PERSON", help="One talk, or the talks with a person."),
]


def measure(
    what: What = None,
    mine: Annotated[bool, typer.Option("--mine", help="All talks of ours.")] = False,
    team: Annotated[
        bool, typer.Option("--team", help="All talks, a sheet for each of us; nobody is ranked.")
    ] = False,
    seller: Annotated[
        str | None, typer.Option("--seller", metavar="NAME", help="The talks of one of us.")
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option("--since", metavar="DATE", formats=DAY, help="From then on, beside before."),
    ] = None,
    weeks: Annotated[bool, typer.Option("--weeks", help="Week by week, with the past.")] = False,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="MEASURE", help="This one; repeatable.")
    ] = None,
    show: Annotated[
        str | None,
        typer.Option("--show", metavar="MEASURE", help="Open one figure to its sentences."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Leave no sentence out.")] = False,
    json: Json = False,
    csv: Annotated[
        bool, typer.Option("--csv", help="Print CSV: a row a talk and measure.")
    ] = False,
    parquet: Annotated[
        Path | None,
        typer.Option("--parquet", metavar="FILE", help="Write the same rows as Parquet."),
    ] = None,
) -> None:
    """Count how we showed up: in a conversation, with a person, or in all talks of ours.

    Each figure comes with its interval and what was counted; "?" is too little to say. Figures are
    held against one's own past (--since, --weeks), never against somebody else's.

    \b
    Examples:
      theirside measure "first call"
      theirside measure dana --show feelings_acknowledged
      theirside measure --mine --since 2026-05-01
      theirside measure --mine --weeks --only talk_share
      theirside measure --mine --csv > measures.csv
    """
    if sum(map(bool, (what, mine, team, seller))) != 1:
        raise typer.BadParameter("name a conversation or person, or --mine, --team or --seller")
    if sum(map(bool, (since, weeks, show, team))) > 1:
        raise typer.BadParameter("--since, --weeks, --show and --team go one at a time")
    if sum(map(bool, (json, csv, parquet))) > 1:
        raise typer.BadParameter("--json, --csv and --parquet go one at a time")
    from theirside.app.store import open_store

    open_store()
    from theirside.cli.measuring import Asked, answer

    answer(
        Asked(
            what=what or "",
            seller=seller or "",
            team=team,
            since=since.date() if since else None,
            weeks=weeks,
            only=tuple(only or ()),
            show=show or "",
            everything=everything,
            form="json" if json else "csv" if csv else "parquet" if parquet else "",
            file=parquet,
        )
    )
