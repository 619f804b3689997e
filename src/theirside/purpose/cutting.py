"""Conversations cut off at a moment: what was known at the door of a talk, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from theirside.conversation import Conversation
from theirside.understand.heard import time_of
from theirside.understand.moments import seconds


def before(conversations: Iterable[Conversation], moment: datetime) -> list[Conversation]:
    """Return the conversations as they stood then, each turn still at its place.

    A turn of unknown time in a conversation of unknown time counts as said before.
    """
    cut = (_beginning(each, moment) for each in conversations)
    return [each for each in cut if each.turns]


def _beginning(conversation: Conversation, moment: datetime) -> Conversation:
    limit = seconds(moment)
    later = (
        number
        for number, turn in enumerate(conversation.turns)
        if seconds(time_of(conversation, turn)) >= limit
    )
    end = next(later, len(conversation.turns))
    if end == len(conversation.turns):
        return conversation
    return replace(conversation, turns=conversation.turns[:end])
