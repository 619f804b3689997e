"""``theirside show``: one conversation as a talk, with its annotations in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import Json

if TYPE_CHECKING:
    from theirside.app.queries import TalkSummary

PANEL = "Understand"


def show(
    conversation: Annotated[
        str | None, typer.Argument(help="Part of a subject, or the beginning of an id.")
    ] = None,
    json: Json = False,
) -> None:
    """Print a conversation with what the reader says of each sentence; without one, list them.

    \b
    Examples:
      theirside show
      theirside show "first call"
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import as_json
    from theirside.app import queries
    from theirside.cli.printing import day, listing, print_json
    from theirside.cli.talk import print_talk

    if conversation is None:
        found = queries.conversations()
        if json:
            print_json([_summary(each) for each in found])
        else:
            listing(
                (
                    (
                        each.subject or "(no subject)",
                        each.channel,
                        str(each.turns),
                        day(each.last_at),
                    )
                    for each in found
                ),
                ("subject", "channel", "turns", "last"),
            )
        return
    talk = queries.find_conversation(conversation)
    if json:
        print_json(as_json.talk(talk.conversation, talk.reader, talk.annotations))
    else:
        print_talk(talk.conversation, talk.annotations)


def _summary(each: TalkSummary) -> dict[str, object]:
    from theirside import as_json

    return {
        "id": each.id,
        "channel": str(each.channel),
        "subject": each.subject,
        "turns": each.turns,
        "speakers": list(each.speakers),
        "started_at": as_json.moment(each.started_at),
        "last_at": as_json.moment(each.last_at),
        "source": each.source,
    }
