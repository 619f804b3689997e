"""Whose side each speaker is on: ours, theirs, or unknown until somebody tells.

Peers of this tool swap the two labels of a call and nobody notices. So a side is only given where
something certain says it: an address or name of ours, a mail that one of us is part of, a source
that records the side, or a full name that is known from elsewhere. Everyone else stays unknown.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.intake.us import Us


def folded(name: str) -> str:
    """Return a name as it is compared: NFKC, case folded, spaces collapsed."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


class KnownNames:
    """Full names (two words or more) whose side is known and the same wherever they occur."""

    def __init__(self) -> None:
        self._sides: dict[str, Side] = {}

    def learn(self, speaker: Speaker) -> None:
        """Remember a speaker whose side is certain; a name met on both sides stands for none."""
        name = folded(speaker.name)
        if speaker.side is Side.UNKNOWN or len(name.split()) < 2:
            return
        before = self._sides.setdefault(name, speaker.side)
        if before is not speaker.side:
            self._sides[name] = Side.UNKNOWN

    def side_of(self, name: str) -> Side:
        """Return the side that this full name is known on, else unknown."""
        return self._sides.get(folded(name), Side.UNKNOWN)


def is_ours(speaker: Speaker, us: Us) -> bool:
    """Say whether an address, domain (or a domain above it) or name of ours fits the speaker."""
    if speaker.email:
        domain = speaker.email.rpartition("@")[2]
        if speaker.email in us.addresses:
            return True
        if any(domain == ours or domain.endswith("." + ours) for ours in us.domains):
            return True
    name = folded(speaker.name)
    return bool(name) and any(name == folded(ours) for ours in us.names)


def with_sides(conversation: Conversation, us: Us, known: KnownNames) -> Conversation:
    """Return the conversation with each speaker's and recipient's side set where it is certain.

    What the source itself records is kept unless our own settings say otherwise.
    """
    everyone = dict.fromkeys(who for turn in conversation.turns for who in (turn.speaker, *turn.to))
    one_of_us = any(is_ours(who, us) for who in everyone)
    placed = {who: _placed(who, us, known, conversation.channel, one_of_us) for who in everyone}
    if all(before == after for before, after in placed.items()):
        return conversation
    return replace(
        conversation,
        turns=tuple(_turn_with(turn, placed) for turn in conversation.turns),
    )


def learn_from(conversations: Iterable[Conversation], known: KnownNames) -> None:
    """Remember the full names of everybody in mails whose side is certain by their address."""
    for conversation in conversations:
        for turn in conversation.turns:
            for who in (turn.speaker, *turn.to):
                if who.email:
                    known.learn(who)


def _placed(who: Speaker, us: Us, known: KnownNames, channel: Channel, one_of_us: bool) -> Speaker:
    if is_ours(who, us):
        return replace(who, side=Side.OURS)
    if who.side is not Side.UNKNOWN:
        return who
    if who.email and one_of_us and channel is Channel.MAIL:
        return replace(who, side=Side.THEIRS)
    return replace(who, side=known.side_of(who.name))


def _turn_with(turn: Turn, placed: dict[Speaker, Speaker]) -> Turn:
    return replace(
        turn,
        speaker=placed[turn.speaker],
        to=tuple(placed[who] for who in turn.to),
    )
