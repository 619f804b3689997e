"""``theirside correct``: an observation is not quite right, and how it should read."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import ObservationId

PANEL = "Set right"


def correct(
    observation: ObservationId,
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT", help="How it really is, in their words if you have them."),
    ],
) -> None:
    """Say how an observation should read. What they had said stays beside it.

    \b
    Example:
      theirside correct 3f2a91c0 "It has to be live before the audit, not after"
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import services
    from theirside.app.understanding import find_observation
    from theirside.cli.printing import one_line, paragraph
    from theirside.understand.understanding import Status

    if not text.strip():
        raise typer.BadParameter("say how it should read", param_hint="TEXT")
    found = find_observation(observation)
    services.judge(found, Status.CORRECTED, text.strip())
    paragraph(f"✓ corrected: {one_line(text)}", hang=2)
    paragraph(f"they had said “{one_line(found.evidence[0].text)}”", style="dim", indent=2)
