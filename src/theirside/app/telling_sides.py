"""Saying whose side speakers are on, and reading again what that concerns."""

from __future__ import annotations

from collections.abc import Mapping

from theirside.app import queries, services
from theirside.conversation import Side


def tell_sides(conversation: str, told: Mapping[str, Side], *, everywhere: bool = False) -> int:
    """Set the sides of speakers, by their labels; return how many other talks that concerns.

    With ``everywhere`` it holds for whoever goes by that name in every talk, and in those to come;
    who has an address is on one side everywhere anyway. This conversation is read again at once;
    the others wait for ``theirside read`` or the next import, and are read as they stand until
    then. Raises ``NotFoundError``.
    """
    from theirside.reader import default_reader

    known = {
        each.speaker.label: each.speaker.side
        for each in queries.window(conversation, most=0).speaking
    }
    concerned = 0
    for label, side in told.items():
        if everywhere or known.get(label) is not side:
            where = None if everywhere else conversation
            concerned = max(concerned, services.set_side(where, label, side))
    if concerned:
        services.reread(default_reader(), only=conversation)
    return max(0, concerned - 1)
