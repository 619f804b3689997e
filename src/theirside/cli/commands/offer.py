"""``theirside offer``: is ``offer.yaml`` as it should be, and would it find what customers say?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from theirside.cli.options import Json

PANEL = "Serve"
group = typer.Typer(help="Check what we sell, as offer.yaml says it.")


@group.callback()
def offer() -> None:
    """Look after offer.yaml: what we sell, what we can't do, whom it is wrong for.

    \b
    Examples:
      theirside offer check
      theirside offer check my-offer.yaml
      theirside offer schema
      theirside offer example > offer.yaml
    """


@group.command()
def check(
    path: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The workspace's own if left out.")
    ] = None,
    json: Json = False,
) -> None:
    """Check an offer: mistakes with line and remedy, and what would make it find more."""
    from theirside.app.places import offer_path
    from theirside.cli.printing import count, paragraph, print_json
    from theirside.errors import SettingsError
    from theirside.understand.offer_check import check_offer

    place = path or offer_path()
    if not place.is_file():
        raise SettingsError(
            f"{place}: there is no such file. `theirside offer example > offer.yaml` prints "
            "one to change"
        )
    found, advice = check_offer(place)
    if json:
        print_json(
            {
                "offer": found.name,
                "advice": [{"line": each.line, "text": each.text} for each in advice],
            }
        )
        return
    parts = (
        count(len(found.capabilities), "capability").replace("capabilitys", "capabilities"),
        count(len(found.limits), "limit"),
        count(len(found.facts), "fact"),
        count(len(found.prices), "price"),
        f"wrong for {len(found.wrong_for)}",
        count(len(found.point_to), "place") + " to point to",
    )
    paragraph(f"✓ {place} is an offer: {found.name}. " + ", ".join(parts), hang=2)
    for each in advice:
        paragraph(f"  line {each.line}: {each.text}", hang=2)


@group.command()
def example() -> None:
    """Print a whole offer of an invented company, to change into yours."""
    from importlib.resources import files

    typer.echo((files("theirside.sample") / "offer.yaml").read_text("utf-8"), nl=False)


@group.command()
def schema() -> None:
    """Print the JSON Schema, for editors that complete and check while you write."""
    from importlib.resources import files

    typer.echo((files("theirside.schemas") / "offer.schema.json").read_text("utf-8"), nl=False)
