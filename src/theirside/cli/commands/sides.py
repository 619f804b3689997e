"""``theirside sides``: say whose side the speakers of a conversation are on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import Json

if TYPE_CHECKING:
    from theirside.conversation import Side

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
    from theirside.conversation import Side

    if conversation is None:
        _waiting(json=json)
    else:
        told = {Side.THEIRS: theirs or (), Side.OURS: ours or (), Side.UNKNOWN: unknown or ()}
        _tell(conversation, told, json=json)


def _waiting(*, json: bool) -> None:
    """Ask for the sides that are not known, or print who waits."""
    from theirside.app import queries
    from theirside.cli.asking import ask_sides
    from theirside.cli.printing import console, print_json

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


def _tell(text: str, told: Mapping[Side, Sequence[str]], *, json: bool) -> None:
    """Set the sides that were told, then print everybody's."""
    from theirside.app import queries, services
    from theirside.cli.printing import listing, print_json
    from theirside.reader import default_reader

    talk = queries.find_conversation(text).conversation
    for side, names in told.items():
        for name in names:
            services.set_side(talk.id, name, side)
    if any(told.values()):
        services.reread(default_reader())
    speakers = queries.conversation(talk.id).conversation.speakers
    if json:
        print_json([{"name": each.label, "side": str(each.side)} for each in speakers])
    else:
        listing(((each.label, str(each.side)) for each in speakers), ("speaker", "side"))
