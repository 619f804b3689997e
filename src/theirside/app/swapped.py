"""Saying that the sides of a talk look swapped. Nothing is changed: who was there knows better."""

from __future__ import annotations

from shlex import quote

from theirside.conversation import Conversation
from theirside.reader.encoder import Seeing, default_encoder
from theirside.reader.roles import swapped


def swapped_note(
    conversation: Conversation, encoder: Seeing | None = None, *, stored: bool = True
) -> str:
    """Return a line that says so, with the command that would set it right; "" if they don't.

    ``stored`` says whether the conversation is in the store, where sides can be set.
    """
    found = swapped(conversation, encoder or default_encoder())
    if found is None:
        return ""
    name = conversation.source.rpartition("/")[2] or conversation.subject or conversation.id
    command = f"theirside sides {quote(conversation.id)}"
    for option, speaker in (("ours", found.theirs), ("theirs", found.ours)):
        command += f" --{option} {quote(speaker)}"
    how = "set it with" if stored else "add it and set it with"
    return (
        f"In {name} the two speakers look swapped: “{found.ours}” talks like the customer and "
        f"“{found.theirs}” like the seller. If so, {how} `{command}`"
    )


def look_swapped(conversation: Conversation, encoder: Seeing | None = None) -> bool:
    """Say whether the two speakers of a talk look swapped."""
    return swapped(conversation, encoder or default_encoder()) is not None
