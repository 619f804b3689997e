"""Where a line comes from, checked: a quote of theirs that stands, or a phrase that is data."""

from __future__ import annotations

from collections.abc import Mapping

from theirside.conversation import Conversation
from theirside.purpose.chairs.data import phrases
from theirside.purpose.chairs.state import Card, Line, called


def source_holds(line: Line, card: Card, conversations: Mapping[str, Conversation]) -> bool:
    """Say whether a line of the played customer is theirs, or follows from what is known.

    A line without a phrase is exactly its quote; a phrase is exactly as in the data file, with
    nothing in its places but the person's name and the words of the item that it tells. Every
    quote stands at its place in a turn that they spoke.
    """
    item = card.find(line.item) if line.item else None
    if line.item and (item is None or line.quote != item.quote):
        return False
    if line.quote is not None:
        talk = conversations.get(line.quote.conversation)
        if talk is None or not line.quote.stands_in(talk):
            return False
    if not line.phrase:
        return item is not None and not item.corrected and line.text == item.text
    found = phrases().get(line.phrase)
    if found is None or found.outside != line.outside:
        return False
    name, words = called(card.person), item.text if item is not None else ""
    filled = (each.replace("{name}", name).replace("{words}", words) for each in found.says)
    return line.text in tuple(filled)
