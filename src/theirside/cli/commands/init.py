"""``theirside init``: say who we are, so that it is known whose words are whose."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import Us

if TYPE_CHECKING:
    from theirside.app.places import Database

PANEL = "Set up"


def init(
    us: Us = None,
    not_us: Annotated[
        list[str] | None,
        typer.Option(
            "--not-us", metavar="DOMAIN|ADDRESS|NAME", help="Take an entry back; may be repeated."
        ),
    ] = None,
    offer: Annotated[
        Path | None, typer.Option("--offer", help="Keep a copy of this offer.yaml: what we sell.")
    ] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Begin with the fictional sample workspace.")
    ] = False,
) -> None:
    """Set up the workspace: who we are, and what we sell. Run again, it adds to what is there.

    \b
    Examples:
      theirside init --us fjord.example --us "Nora Tveit"
      theirside init --offer offer.yaml
      theirside init --sample
    """
    from theirside.app.store import open_store

    place = open_store()
    from theirside.app import services
    from theirside.app.offer import keep_offer
    from theirside.cli.printing import console
    from theirside.intake.us import Us as OurSide

    ours, removed = OurSide.of(*(us or ())), OurSide.of(*(not_us or ()))
    _refuse_shared(ours.domains)
    if sample:
        _bring_in_sample(place)
    if ours or removed:
        services.add_us(ours)
        services.remove_us(removed)
        services.place_again(removed)
    if offer is not None:
        console().print(f"The offer is kept at {keep_offer(offer)}", markup=False)
    _tell(place)


def _refuse_shared(domains: Iterable[str]) -> None:
    """Refuse the domains of mail providers: whoever writes from there is not one of us."""
    from theirside.understand.names import company_of

    for domain in sorted(domains):
        if not company_of(f"anybody@{domain}"):
            raise typer.BadParameter(
                f"{domain} is everybody's; give your own address there instead", param_hint="--us"
            )


def _bring_in_sample(place: Database) -> None:
    from theirside.app import queries
    from theirside.app.sample import add_sample
    from theirside.cli.intake import account
    from theirside.cli.printing import paragraph

    paragraph("The sample workspace is fictional: nobody in it exists.")
    for line in account(add_sample().report):
        paragraph(line, hang=6)
    things = len(queries.shelf())
    paragraph(f"On the shelf: {things} things worth giving. For whom: theirside in-mind", hang=6)
    if place.path is not None:
        paragraph(
            f"To begin afresh with your own, delete {place.shown} and the offer.yaml beside it",
            hang=2,
        )


def _tell(place: Database) -> None:
    from theirside.app import queries
    from theirside.cli.printing import console

    out = console()
    us = queries.workspace_us()
    entries = [*sorted(us.domains), *sorted(us.addresses), *sorted(us.names)]
    out.print(f"The workspace is ready at {place.shown}", markup=False)
    if entries:
        out.print("We are: " + ", ".join(entries), markup=False)
    else:
        out.print(
            "Nobody is known as ours yet, so every speaker stays unknown. Say who we are:\n"
            '  theirside init --us yourcompany.com --us "Your Name"',
            markup=False,
        )
