"""``theirside pushback``: where they resist, why that makes sense, what one can honestly say."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json

PANEL = "Understand"


def pushback(
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="PERSON|CONVERSATION",
            help="A name, part of a name or address; or part of a subject, beginning of an id.",
        ),
    ] = None,
    say: Annotated[
        str | None, typer.Option("--say", metavar="WORDS", help="What they just said.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="PERSON", help="Who said it, with --say.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="What it is, with --say, if you know better."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All of it, not the newest and the best few.")
    ] = False,
    json: Json = False,
) -> None:
    """Print where they pushed back: how we answered, what came next, and why it makes sense.

    After that come honest responses: what to acknowledge, what to ask, and a view where there is
    ground for one. With --say the words are what somebody said just now.

    \b
    Examples:
      theirside pushback dana
      theirside pushback "first call" --all
      theirside pushback --say "That's far too dear for us." --to dana
      theirside pushback --say "Not this year." --kind timing --json
    """
    from theirside.app.store import open_store

    if (about is None) == (say is None):
        raise typer.BadParameter("give a person or a conversation, or --say with their words")
    if say is None and (to or kind):
        raise typer.BadParameter("--to and --kind go with --say")
    open_store()
    from theirside import as_json
    from theirside.app.pushback import pushback_at, pushback_said
    from theirside.cli.printing import print_json
    from theirside.cli.pushing import PushbackSheet

    found = pushback_at(about) if about else [pushback_said(say or "", to or "", kind or "")]
    if json:
        print_json([as_json.looked(each.person, each.pushed) for each in found])
        return
    for each in found:
        PushbackSheet(each, everything=everything, said=say is not None).print()
    if not found:
        PushbackSheet.print_none()
