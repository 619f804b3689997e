"""``theirside web``: the pages, on this machine or for a team."""

from __future__ import annotations

from typing import Annotated

import typer

PANEL = "Understand"


def web(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Where to listen; 0 takes any.")
    ] = 8765,
    listen: Annotated[
        str, typer.Option("--listen", metavar="ADDRESS", help="Listen elsewhere: for a team.")
    ] = "127.0.0.1",
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the page in the browser.")
    ] = False,
    worker: Annotated[
        bool,
        typer.Option(
            "--worker/--no-worker",
            help="Do the background work here, too, or leave it to `theirside worker`.",
        ),
    ] = True,
) -> None:
    """Start the web app and print the link that lets you in.

    On your own machine it needs no account. For a team, see the page on servers in the docs.

    \b
    Examples:
      theirside web
      theirside web --open --port 0
    """
    from theirside.app.web.serving import prepare
    from theirside.cli.printing import paragraph, print_line

    served = prepare(listen, port, works=worker)
    if served.team:
        paragraph("Theirside is ready for those who have an account:")
    else:
        paragraph("Theirside is ready. This link lets you in, once, on this machine:")
    print_line(f"  {served.link}")
    paragraph("Ctrl-C ends it; nothing is lost.", style="dim")
    if open_browser:
        import webbrowser

        webbrowser.open(served.link)
    served.run()
