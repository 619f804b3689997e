"""``theirside web``: the pages, on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

PANEL = "Understand"


def web(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Where to listen; 0 takes any.")
    ] = 8765,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the page in the browser.")
    ] = False,
) -> None:
    """Start the web app on this machine and print the link that lets you in.

    \b
    Examples:
      theirside web
      theirside web --open --port 0
    """
    from theirside.app.web.serving import prepare
    from theirside.cli.printing import paragraph, print_line

    served = prepare("127.0.0.1", port)
    paragraph("Theirside is ready. This link lets you in, once, on this machine:")
    print_line(f"  {served.link}")
    paragraph("Ctrl-C ends it; nothing is lost.", style="dim")
    if open_browser:
        import webbrowser

        webbrowser.open(served.link)
    served.run()
