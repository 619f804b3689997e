"""What a promise leaves to be waited for: its thing, or the deed that it names.

"I'll do that" names nothing: what it is about stands in the words right before it. "I'll leave you
in peace until the audit" leaves nothing to wait for: it is a restraint, kept by keeping still.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from theirside.reader.plain import plain
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise
from theirside.understand.words import gist, stems_of

_BEFORE = 3
"""Turns before a promise in which stands what a bare one is about."""
_ENDING = re.compile(r"['’]\w+")
_BESIDE = frozenset(
    "you it them him her will send get come back let tell have make give write mail email call "
    "ring phone bring do find look ask check show share forward week day month year hour today "
    "tomorrow tonight afternoon morning evening monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december "
    "end begin middle soon later again first second third date time line note thing something "
    "post one promise know see put ready over".split()
)
_RESTRAINT = re.compile(
    r"\b(?:(?:will not|shall not|not going to) (?:\w+ )?"
    r"(?:write|call|ring|mail|bother|press|push|contact|chase|disturb)|"
    r"leave (?:you|her|him|them|it|\w+)(?: and \w+)? (?:alone|in peace|be)|"
    r"wait (?:to hear|for you|until you|till you)|only (?:write|call) if)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"\W*(?:and |but |so )?(?:if|unless|in case|should)\b", re.IGNORECASE)
_WRITE = re.compile(
    r"\b(?:mail|email|e-mail|write|text|message)(?: to)? (?:you|him|her|them)\b|"
    r"\bdrop (?:you )?a line\b|\bget back to you\b|\bcome back to you\b|\blet you know\b|"
    r"\byou will hear from (?:me|us)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:call|ring|phone)(?: (?:you|him|her|them)\b| (?:back|again|in|on|next|tomorrow)\b)|"
    r"\bgive (?:you|him|her|them) a (?:call|ring)\b|\b(?:come|drop|stop) (?:over|by|round)\b|"
    r"\bvisit\b",
    re.IGNORECASE,
)
_HAND_OVER = re.compile(
    r"\b(?:send|mail|email|post|share|forward|write|put|give|have|get|attach|bring)\b",
    re.IGNORECASE,
)


class Deed(StrEnum):
    """What keeps a promise by being done: no word about it is needed."""

    WRITE = "write"
    CALL = "call"
    HAND_OVER = "hand over"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Awaited:
    """A promise with what it is about. ``named`` are its own content stems, ``around`` those near.

    ``is_restraint``: it promises to keep still. ``is_conditional``: it binds only in some case.
    """

    promise: Promise
    named: frozenset[str]
    around: frozenset[str]
    deed: Deed
    is_restraint: bool
    is_conditional: bool

    @property
    def is_bare(self) -> bool:
        """Whether its own words name nothing that one could know again."""
        return not self.named


def named_in(text: str) -> frozenset[str]:
    """Return the content stems of what is promised, without those of any promise or any day."""
    return gist(_ENDING.sub("", text)).stems - _beside()


def is_restraint(text: str) -> bool:
    """Say whether somebody promises to keep still: not to write, to wait, to leave in peace."""
    return _RESTRAINT.search(plain(text)) is not None


def comes_to_us(text: str) -> bool:
    """Say whether by a promise of theirs something reaches us: a thing, a word, a call."""
    return bool(named_in(text)) and _deed(plain(text)) is not Deed.OTHER


def awaited(promise: Promise, talk: Talk | None) -> Awaited:
    """Return what a promise leaves to be waited for; ``talk`` is where it was made, if known."""
    text = plain(promise.text)
    return Awaited(
        promise,
        named_in(" ".join((promise.text, *(each.text for each in promise.evidence)))),
        _around(promise, talk) if talk is not None else frozenset(),
        _deed(text),
        is_restraint(promise.text),
        _CONDITIONAL.match(text) is not None,
    )


def _deed(text: str) -> Deed:
    if _CALL.search(text):
        return Deed.CALL
    if _WRITE.search(text):
        return Deed.WRITE
    return Deed.HAND_OVER if _HAND_OVER.search(text) else Deed.OTHER


def _around(promise: Promise, talk: Talk) -> frozenset[str]:
    place = promise.evidence[0]
    if place.conversation != talk.id or place.turn >= len(talk.conversation.turns):
        return frozenset()
    own = talk.turn(place.turn).text[: place.start]
    first = max(0, place.turn - _BEFORE)
    before = " ".join(talk.turn(number).text for number in range(first, place.turn))
    return gist(f"{before} {own}").stems - _beside()


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    return _BESIDE | stems_of(" ".join(_BESIDE))
