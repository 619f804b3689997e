"""Which of us a talk counts for, when a team is looked at seller by seller.

A talk counts for the one of us who says most of our words in it, if that is two thirds of them or
more; a talk that two share evenly says nothing of either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from theirside.conversation import Conversation, Side, Speaker
from theirside.understand.names import fold, is_full

MOST = 2 / 3


class Sellers:
    """Who of us is whom: a full name and an address that stood beside it are one seller."""

    def __init__(self, conversations: Iterable[Conversation] = ()) -> None:
        self._names: dict[str, Counter[str]] = {}
        for conversation in conversations:
            self.learn(conversation.speakers)

    def learn(self, speakers: Iterable[Speaker]) -> None:
        """Learn which names stand beside which addresses."""
        for speaker in speakers:
            if speaker.side is Side.OURS and speaker.email and is_full(speaker.name):
                self._names.setdefault(speaker.email, Counter())[speaker.name.strip()] += 1

    def name(self, speaker: Speaker) -> str:
        """Return the name by which a seller is shown: the full name where one is known."""
        if is_full(speaker.name):
            return speaker.name.strip()
        known = self._names.get(speaker.email)
        return known.most_common(1)[0][0] if known else speaker.label

    def of(self, conversation: Conversation) -> str:
        """Return the name of the seller whom a talk counts for; "" where it is nobody's alone."""
        words: Counter[str] = Counter()
        shown: dict[str, str] = {}
        for turn in conversation.turns:
            if turn.speaker.side is Side.OURS:
                name = self.name(turn.speaker)
                shown.setdefault(fold(name), name)
                words[fold(name)] += len(turn.text.split())
        if not words:
            return ""
        seller, most = words.most_common(1)[0]
        return shown[seller] if most >= MOST * words.total() else ""
