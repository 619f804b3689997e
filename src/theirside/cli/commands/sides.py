"""``theirside sides``: say whose side the speakers of a conversation are on."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json

PANEL = "Set right"


def sides(
    conversation: Annotated[
        str | None, typer.Argument(help="Part of a subject, or the beginning of an id.")
    ] = None,
    theirs: Annotated[
        list[str] | None, typer.Option("--theirs", metavar="NAME", help="Is on their side.")
    ] = None,
    ours: Annotated[
        list[str] | None, typer.Option("--ours", metavar="NAME", help="Is one of us.")
    ] = None,
    unknown: Annotated[
        list[str] | None, typer.Option("--unknown", metavar="NAME", help="Take a side back.")
    ] = None,
    json: Json = False,
) -> None:
    """Show and set whose side the speakers of a conversation are on.

    Without a conversation, ask for those not known yet, or list them where nobody can answer.

    \b
    Examples:
      theirside sides
      theirside sides "first call" --theirs "Dana Whitfield" --ours "Speaker 1"
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services
    from theirside.cli.asking import ask_sides
    from theirside.cli.printing import console, listing, print_json
    from theirside.conversation import Side
    from theirside.reader import default_reader

    if conversation is None:
        waiting = queries.unknown_speakers()
        if json:
            print_json(
                [
                    {
                        "conversation": each.conversation,
                        "subject": each.subject,
                        "speakers": list(each.names),
                    }
                    for each in waiting
                ]
            )
        elif not waiting:
            console().print("Everybody's side is known.")
        else:
            ask_sides(waiting, everything=True)
        return
    talk = queries.find_conversation(conversation).conversation
    for side, names in ((Side.THEIRS, theirs), (Side.OURS, ours), (Side.UNKNOWN, unknown)):
        for name in names or ():
            services.set_side(talk.id, name, side)
    if theirs or ours or unknown:
        services.reread(default_reader())
    speakers = queries.conversation(talk.id).conversation.speakers
    if json:
        print_json([{"name": each.label, "side": str(each.side)} for each in speakers])
    else:
        listing(((each.label, str(each.side)) for each in speakers), ("speaker", "side"))
