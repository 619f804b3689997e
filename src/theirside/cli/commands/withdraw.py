"""``theirside withdraw``: an observation should not be kept."""

from __future__ import annotations

from theirside.cli.options import ObservationId, Yes

PANEL = "Set right"


def withdraw(observation: ObservationId, yes: Yes = False) -> None:
    """Drop an observation for good: no later reading brings it back. Asks first.

    \b
    Example:
      theirside withdraw 3f2a91c0
    """
    import typer

    from theirside.app.store import open_store

    open_store()
    from theirside.app import services
    from theirside.app.understanding import find_observation
    from theirside.cli.printing import console, one_line, paragraph
    from theirside.understand.understanding import Status

    found = find_observation(observation)
    out = console()
    paragraph(f"“{one_line(found.statement)}”", hang=1)
    if not yes and not typer.confirm("Withdraw this, so that it is never shown again?"):
        out.print("Nothing changed.")
        raise typer.Exit(1)
    services.judge(found, Status.WITHDRAWN)
    out.print("Withdrawn.")
