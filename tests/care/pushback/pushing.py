"""Talks with pushback in them, marked by hand, for the tests of this room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tests.understand.talks import DANA, READER, SAM, day
from theirside.care.pushback.pushed import Pushed, Reason
from theirside.care.pushback.strength import strength_of
from theirside.conversation import Channel, Conversation, Speaker, Turn
from theirside.evidence import Annotation, Quote
from theirside.understand.offer import Fact, Limit, Offer, PointTo
from theirside.understand.people import people_in
from theirside.understand.talk import Talk

Line = tuple[Speaker, str] | tuple[Speaker, str, str]
"""Who, what, and the labels of the whole line, separated by commas."""


def marked(
    *lines: Line, key: str = "a", at: int = 1, channel: Channel = Channel.CALL
) -> tuple[Conversation, list[Annotation]]:
    """Return a conversation and the annotations that its lines name."""
    turns = tuple(
        Turn(f"{key}-{number}", line[0], line[1], day(at)) for number, line in enumerate(lines)
    )
    marks = [
        Annotation(number, 0, len(line[1]), label, 0.9, READER)
        for number, line in enumerate(lines)
        for label in (line[2].split(",") if len(line) > 2 else ())
    ]
    return Conversation(key, channel, turns, started_at=day(at)), marks


def talk_of(*lines: Line, channel: Channel = Channel.CALL) -> Talk:
    """Return a conversation ready to be looked at."""
    conversation, marks = marked(*lines, channel=channel)
    return Talk.of(conversation, marks, people_in([conversation]))


def dana(talk: Talk) -> str:
    """Return Dana's id in a talk."""
    return next(who.id for who in talk.speakers if who is not None)


def exchange(theirs: str, ours: str, labels: Iterable[str] = ()) -> Talk:
    """Return two turns: what Dana said, and what Sam answered."""
    return talk_of((DANA, theirs), (SAM, ours, ",".join(labels) or "-"))


def place(text: str, conversation: str = "a", turn: int = 0) -> Quote:
    """Return a text as the quote of a whole turn."""
    return Quote(conversation, turn, 0, len(text), text)


def reason(source: str, text: str, fact: str = "", **known: bool) -> Reason:
    """Return a reason from that source, said in another talk."""
    return Reason(source, text, "", 0.5, (place(text, "b"),), fact, **known)


def pushed(kind: str, text: str, *reasons: Reason) -> Pushed:
    """Return pushback of that kind with the reasons that are known."""
    quote = place(text)
    return Pushed(kind, (quote,), None, strength_of([quote]), reasons=reasons)


def case(kind: str, texts: Sequence[str]) -> tuple[Pushed, Offer]:
    """Return a toolkit's example: their words, then what is known ("constraint: …").

    "(price) …" is pushback of another kind; "fact: …" and "limit: …" are of the offer, and
    "misbelief: … / …" carries the fact that contradicts it.
    """
    said, *known = texts
    if other := re.match(r"\((\w+)\) ", said):
        kind, said = other[1], said[other.end() :]
    facts, limits, reasons = [], [], []
    for each in known:
        source, _, text = each.partition(": ")
        text, _, fact = text.partition(" / ")
        topic = tuple(word for word in re.findall(r"\w+", text) if len(word) > 3)
        if source == "fact":
            facts.append(Fact("fact", text, topic))
        elif source == "limit":
            limits.append(Limit("limit", text, topic))
        else:
            reasons.append(reason(source, text, fact))
    return pushed(kind, said, *reasons), offer(facts, limits)


def offer(facts: Sequence[Fact] = (), limits: Sequence[Limit] = ()) -> Offer:
    """Return an offer with these facts and limits, and one place to point people to."""
    elsewhere = PointTo("Stockwell", "Shops that need spare parts kept in stock.")
    return Offer("Lantern", facts=tuple(facts), limits=tuple(limits), point_to=(elsewhere,))
