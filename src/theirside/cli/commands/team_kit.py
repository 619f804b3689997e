"""``theirside team-kit``: what a team talks over once a month, from moments shared with consent."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from theirside.cli.options import Html, Json

PANEL = "With purpose"


def team_kit(
    month: Annotated[
        datetime | None,
        typer.Option(
            "--month", formats=["%Y-%m"], metavar="YYYY-MM", help="The month, if not this one."
        ),
    ] = None,
    html: Html = None,
    md: Annotated[
        Path | None,
        typer.Option("--md", "--markdown", metavar="FILE", help="Write it as Markdown to FILE."),
    ] = None,
    json: Json = False,
) -> None:
    """Plan the team's talk of the month: two moments, three questions, one experiment.

    Only moments that one of us has shared are used (`theirside moments share`), without the
    customer's name. Last month's experiment is looked back on with its measure. Nobody is ranked.

    \b
    Examples:
      theirside team-kit
      theirside team-kit --month 2026-11 --html session.html
      theirside team-kit --markdown session.md
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import practice_as_json
    from theirside.app.team_kit import team_session
    from theirside.cli.page_files import show
    from theirside.cli.team_page import team_page

    day = month.date() if month is not None else datetime.now().astimezone().date()
    kit = team_session(day)
    form = practice_as_json.team_kit(kit.session, kit.moments) if json else None
    show(team_page(kit), form, html, md)
