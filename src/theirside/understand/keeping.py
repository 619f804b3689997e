"""The words by which one sees that something promised was done: read from a talk, once.

Which words those are is data (``keeping.yaml``). A sentence that asks, denies or speaks of what is
still to come is no sign, and none that may not be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.conversation import Channel, Side
from theirside.datafile import filled, made_each, texts
from theirside.evidence import Quote
from theirside.reader.split import spans
from theirside.understand.heard import time_of
from theirside.understand.moments import seconds
from theirside.understand.talk import Talk
from theirside.understand.words import any_of, gist

_LINK = re.compile(r"https?://|www\.|<attach|\(file attached\)", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|they|them|that|this|those|these|one|both)\b", re.IGNORECASE)
WRITTEN = frozenset({Channel.MAIL, Channel.CHAT})
SPOKEN = frozenset({Channel.CALL, Channel.MEETING})


class Telling(StrEnum):
    """How a sentence tells that something was done."""

    DONE = "done"
    DELIVERING = "delivering"
    POINTING = "pointing"
    OWNING = "owning"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True)
class Words:
    """One list of ``keeping.yaml``, with the examples that it is held to."""

    id: str
    pattern: re.Pattern[str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A sentence that tells that something was done. ``things`` are the stems of what arrived.

    ``stems`` are those of the sentence, ``near`` those of its turn and, of a turn that answers, of
    what it answers: "They went off today" is about what was asked for.
    """

    telling: Telling
    side: Side
    quote: Quote
    at: float
    stems: frozenset[str]
    near: frozenset[str]
    things: frozenset[str]
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Spoke:
    """One turn: the stems of what it tells (neither asked, denied nor still to come) and of all.

    ``to`` are the words of the names of whom it is written to; ``link``: it holds a link.
    """

    number: int
    side: Side
    at: float
    told: frozenset[str]
    every: frozenset[str]
    link: bool
    to: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """All that a talk tells of things done, in order, and its turns."""

    talk: Talk
    signs: tuple[Sign, ...]
    turns: tuple[Spoke, ...]


@lru_cache(maxsize=1)
def lists() -> dict[str, Words]:
    """Return the shipped word lists by id, read once."""
    found = made_each(Path(__file__).parent / "keeping.yaml", _words)
    return {each.id: each for each in found}


def _words(row: Mapping[str, Any]) -> Words:
    return filled(Words, row, beside=("why", "says"), pattern=any_of(texts(row, "says")))


def found_in(text: str, telling: Telling) -> list[re.Match[str]]:
    """Return where a sentence tells so; nowhere if it asks, denies or speaks of what is to come."""
    if text.rstrip().endswith("?"):
        return []
    found = lists()[telling].pattern.finditer(text)
    return [match for match in found if not lists()["not"].pattern.search(text[: match.end()])]


def signs_in(talk: Talk) -> Signs:
    """Return what a talk tells of things done; worked out once for all promises."""
    turns = tuple(_turn(talk, number) for number in range(len(talk.conversation.turns)))
    signs = tuple(sign for turn in turns for sign in _signs(talk, turns, turn))
    return Signs(talk, signs, turns)


def _turn(talk: Talk, number: int) -> Spoke:
    text = talk.turn(number).text
    sentences = [text[start:end] for start, end in spans(text)]
    denied = lists()["not"].pattern
    told = [each for each in sentences if not each.endswith("?") and not denied.search(each)]
    at = seconds(time_of(talk.conversation, talk.turn(number)))
    stems = gist(" ".join(told)).stems
    link = _LINK.search(text) is not None
    to = frozenset(word for who in talk.turn(number).to for word in who.name.split())
    return Spoke(number, talk.side(number), at, stems, gist(text).stems, link, to)


def _signs(talk: Talk, turns: tuple[Spoke, ...], turn: Spoke) -> Iterator[Sign]:
    if turn.side is Side.UNKNOWN:
        return
    text = talk.turn(turn.number).text
    near = turn.every | _answered(turns, turn)
    for start, end in spans(text):
        said = text[start:end]
        quote = Quote(talk.id, turn.number, start, end, said)
        for telling in Telling:
            matches = found_in(said, telling)
            if matches and talk.may_show(quote):
                things = frozenset(stem for each in matches for stem in _things(each))
                pronoun = _PRONOUN.search(said) is not None
                stems = gist(said).stems
                yield Sign(telling, turn.side, quote, turn.at, stems, near, things, pronoun)


def _answered(turns: tuple[Spoke, ...], turn: Spoke) -> frozenset[str]:
    """Return the stems of the turn that this one answers: the one right before, of others."""
    if turn.number == 0 or turns[turn.number - 1].side is turn.side:
        return frozenset()
    return turns[turn.number - 1].every


def _things(match: re.Match[str]) -> frozenset[str]:
    words = " ".join(text for text in match.groupdict().values() if text)
    return gist(words).stems
