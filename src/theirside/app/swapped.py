"""Saying that the sides of a talk look swapped. Nothing is changed: who was there knows better."""

from __future__ import annotations

from hashlib import blake2b
from shlex import quote

from theirside.conversation import Conversation, Side
from theirside.reader.encoder import Seeing, default_encoder
from theirside.reader.roles import Swapped, seller_of, swapped


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


def swapped_in(conversation: Conversation) -> Swapped | None:
    """Return whose sides look swapped in a stored talk; asked once while it stays as it is.

    What is remembered is a hash of the talk and two labels, none of its words.
    """
    told = "\x1f".join(f"{turn.speaker.side} {turn.text}" for turn in conversation.turns)
    digest = blake2b(f"{conversation.id}\x1f{told}".encode(), digest_size=16).digest()
    if digest not in _looked:
        if len(_looked) >= _REMEMBERED:
            _looked.clear()
        _looked[digest] = swapped(conversation, default_encoder())
    return _looked[digest]


_looked: dict[bytes, Swapped | None] = {}
_REMEMBERED = 2000
"""Talks of which is remembered how they look; each takes some hundred bytes."""


def look_swapped(conversation: Conversation, encoder: Seeing | None = None) -> bool:
    """Say whether the two speakers of a talk look swapped."""
    return swapped(conversation, encoder or default_encoder()) is not None


def seems_to_sell(conversation: Conversation) -> str:
    """Return the label of who seems to sell where two talk whose sides are unknown; "" else."""
    speakers = conversation.speakers
    if len(speakers) != 2 or any(who.side is not Side.UNKNOWN for who in speakers):
        return ""
    return seller_of(conversation, default_encoder())
