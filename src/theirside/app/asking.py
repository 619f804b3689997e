"""Whose side somebody is on, asked: who waits for an answer, and what helps to give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from theirside.app import queries, services
from theirside.conversation import Conversation, Side

WORDS_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of unknown side, and the beginning of what they say."""

    name: str
    first_words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A conversation in which somebody's side is not known."""

    conversation: str
    subject: str
    voices: tuple[Voice, ...]


def asked(most: int = 5) -> tuple[tuple[Asked, ...], int]:
    """Return the first conversations with speakers of unknown side, and how many more there are."""
    waiting = queries.unknown_speakers()
    found = tuple(_asked(each) for each in waiting[:most])
    return found, max(0, len(waiting) - most)


def answer(conversation: str, sides: Mapping[str, Side]) -> int:
    """Note whose side speakers are on, by name; return how many were told."""
    told = {name: side for name, side in sides.items() if side is not Side.UNKNOWN}
    for name, side in told.items():
        services.set_side(conversation, name, side)
    return len(told)


def first_words(talk: Conversation, name: str, most: int = WORDS_SHOWN) -> str:
    """Return the beginning of what a speaker says, so that somebody can tell who it is."""
    said = " … ".join(turn.text for turn in talk.turns if turn.speaker.label == name)
    words = " ".join(said[: most * 4].split())
    return words if len(words) <= most else f"{_whole(words[: most + 1])} …"


def _whole(cut: str) -> str:
    """Return a text without the word that it was cut off in, unless that is all there is."""
    return cut.rpartition(" ")[0].rstrip(" .,;:…") or cut[:-1]


def _asked(waiting: queries.UnknownSpeakers) -> Asked:
    talk = queries.conversation(waiting.conversation).conversation
    return Asked(
        waiting.conversation,
        waiting.subject or str(talk.channel),
        tuple(Voice(name, first_words(talk, name)) for name in waiting.names),
    )
