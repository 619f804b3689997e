"""``theirside init``: say who we are, so that it is known whose words are whose."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from theirside.cli.options import Us

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
    from theirside.cli.printing import console, paragraph

    place = open_store()
    from theirside.app import queries, services
    from theirside.app.offer import keep_offer
    from theirside.intake.us import Us as OurSide
    from theirside.understand.names import company_of

    out = console()
    ours = OurSide.of(*(us or ()))
    for domain in sorted(ours.domains):
        if not company_of(f"anybody@{domain}"):
            raise typer.BadParameter(
                f"{domain} is everybody's; give your own address there instead", param_hint="--us"
            )
    if sample:
        from theirside.app.sample import add_sample
        from theirside.cli.intake import account

        out.print("The sample workspace is fictional: nobody in it exists.")
        for line in account(add_sample().report):
            paragraph(line, hang=6)
        if place.path is not None:
            paragraph(
                f"To begin afresh with your own, delete {place.shown} and the offer.yaml beside it",
                hang=2,
            )
    removed = OurSide.of(*(not_us or ()))
    if ours or removed:
        services.add_us(ours)
        services.remove_us(removed)
        services.place_again(removed)
    if offer is not None:
        kept = keep_offer(offer)
        out.print(f"The offer is kept at {kept}", markup=False)
    known = queries.workspace_us()
    entries = [*sorted(known.domains), *sorted(known.addresses), *sorted(known.names)]
    out.print(f"The workspace is ready at {place.shown}", markup=False)
    if entries:
        out.print("We are: " + ", ".join(entries), markup=False)
    else:
        out.print(
            "Nobody is known as ours yet, so every speaker stays unknown. Say who we are:\n"
            '  theirside init --us yourcompany.com --us "Your Name"',
            markup=False,
        )
