"""``theirside confirm``: an observation is right."""

from __future__ import annotations

from theirside.cli.options import ObservationId

PANEL = "Set right"


def confirm(observation: ObservationId) -> None:
    """Say that an observation is right: they said so.

    \b
    Example:
      theirside confirm 3f2a91c0
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import services
    from theirside.app.understanding import find_observation
    from theirside.cli.printing import one_line, paragraph
    from theirside.understand.understanding import Status

    found = find_observation(observation)
    services.judge(found, Status.CONFIRMED)
    paragraph(f"✓ confirmed: “{one_line(found.statement)}”", hang=2)
