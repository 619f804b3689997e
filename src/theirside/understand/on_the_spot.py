"""Promises that the same talk keeps: nothing of them is left to be done.

"Let me check that for you" in a call is said while it is being done, and "I'll hand over to Sam" of
what the talk turns to next. What they are still waiting for after the talk is a promise: something
with a day, or for later ("and call you back").
"""

from __future__ import annotations

import re

from theirside.conversation import Channel
from theirside.evidence import Annotation
from theirside.reader.plain import plain
from theirside.reader.split import spans
from theirside.understand.phrases import phrases
from theirside.understand.talk import Talk
from theirside.understand.words import stems_of

_LIVE = frozenset({Channel.CALL, Channel.MEETING, Channel.CHAT})
_BARE = 4
"""Words that "Sure, will do, thanks!" has at most."""
_SPOKEN = frozenset({Channel.CALL, Channel.MEETING})
_VERB = re.compile(
    r"\b(?:will|shall|going to|let me)(?: (?:now|just|quickly|also|then|definitely|certainly|"
    r"personally|gladly|immediately|first|go ahead and|make sure to)){0,2} (?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_IRREGULAR = {
    "find": "found",
    "get": "got",
    "have": "had",
    "make": "made",
    "pay": "paid",
    "put": "put",
    "reset": "reset",
    "see": "seen",
    "send": "sent",
    "set": "set",
    "speak": "spoken",
    "take": "taken",
    "write": "written",
}


def is_kept_at_once(talk: Talk, promise: Annotation) -> bool:
    """Say whether what was promised is done within the same talk, as far as words tell."""
    channel = talk.conversation.channel
    if promise.due is not None or channel not in _LIVE:
        return False
    words = plain(talk.quote(promise).text)
    if phrases().for_later.search(words):
        return False
    if phrases().moves.search(words):
        return True
    after = _said_after(talk, promise)
    if phrases().at_once.search(words):
        return channel in _SPOKEN or phrases().now_known.search(after) is not None
    return channel in _SPOKEN and _is_reported(words, after)


def is_courtesy(talk: Talk, promise: Annotation) -> bool:
    """Say whether a bare "will do" answers words of parting that asked for nothing."""
    if promise.turn == 0 or len(talk.quote(promise).text.split()) > _BARE:
        return False
    before = talk.turn(promise.turn - 1).text.rstrip()
    return not before.endswith("?") and phrases().parting.search(before) is not None


def _said_after(talk: Talk, promise: Annotation) -> str:
    """Return what the same side says after the promise in this talk."""
    side = talk.side(promise.turn)
    turns = range(promise.turn + 1, len(talk.conversation.turns))
    own = talk.turn(promise.turn).text[promise.end :]
    later = (talk.turn(each).text for each in turns if talk.side(each) is side)
    return plain(" ".join([own, *later]))


def _is_reported(words: str, after: str) -> bool:
    """Say whether it is told afterwards as done: "I'll book it" and then "I've booked it"."""
    found = _VERB.search(words)
    if found is None:
        return False
    verb = found["verb"].casefold()
    done = _IRREGULAR.get(verb) or f"{verb.removesuffix('e').removesuffix('y')}(?:[a-z]?ed|ied)"
    told = re.compile(
        rf"\b(?:i|we) have (?:\w+ ){{0,2}}?{done}\b(?P<it> (?:it|that|this|them)\b)?", re.IGNORECASE
    )
    wanted = stems_of(words) - stems_of(verb)
    for start, end in spans(after):
        match = told.search(after, start, end)
        if match and (match["it"] or wanted & stems_of(after[start:end])):
            return True
    return False
