"""``theirside show``: one conversation as a talk, with its annotations in the margin."""

from __future__ import annotations

from itertools import pairwise, takewhile
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
    """Print a conversation, each sentence with what the reader says of it.

    Without one, list them all.

    \b
    Examples:
      theirside show
      theirside show "first call"
      theirside show chat-1a2b
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import as_json
    from theirside.app import queries
    from theirside.cli.printing import day, listing, print_json
    from theirside.cli.talk import print_talk

    if conversation is None:
        found = queries.conversations()
        starts = _shortest_starts([each.id for each in found])
        if json:
            print_json([_summary(each) for each in found])
        else:
            listing(
                (
                    (
                        each.subject or ", ".join(each.speakers),
                        each.channel,
                        str(each.turns),
                        day(each.last_at),
                        each.id[: starts[each.id]],
                    )
                    for each in found
                ),
                ("subject, or who", "channel", "turns", "last", "id"),
            )
        return
    talk = queries.find_conversation(conversation)
    if json:
        print_json(as_json.talk(talk.conversation, talk.reader, talk.annotations))
    else:
        print_talk(talk.conversation, talk.annotations)


def _shortest_starts(ids: list[str]) -> dict[str, int]:
    """Return how much of each id tells it from all others: six signs after its dash, or more."""
    ordered = sorted(ids)
    sizes = {each: each.find("-") + 1 + 6 for each in ordered}
    for one, other in pairwise(ordered):
        shared = sum(1 for _ in takewhile(_alike, zip(one, other, strict=False))) + 1
        sizes[one], sizes[other] = max(sizes[one], shared), max(sizes[other], shared)
    return sizes


def _alike(signs: tuple[str, str]) -> bool:
    return signs[0] == signs[1]


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
