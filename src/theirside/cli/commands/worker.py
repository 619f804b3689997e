"""``theirside worker``: the background work of the web app in a process of its own."""

from __future__ import annotations

from typing import Annotated

import typer

PANEL = "Understand"


def worker(
    until_empty: Annotated[
        bool, typer.Option("--until-empty", help="End when nothing is left to do.")
    ] = False,
) -> None:
    """Do what the web app has put aside: imports, reading again. For servers.

    `theirside web` does it by itself; on a server, let it serve pages only (`--no-worker`). One
    worker at a time works for a data folder; another one waits.

    \b
    Example:
      theirside worker
    """
    import signal

    from theirside.app.web.serving import set_up
    from theirside.cli.printing import paragraph

    set_up()
    from theirside.app.web import background

    for end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(end, lambda _number, _frame: background.ending.set())
    if not until_empty:
        paragraph("Working. Ctrl-C ends it; what is not done is done at the next start.")
    background.work(until_empty=until_empty)
