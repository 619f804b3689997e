"""The small talks of the measures' data files, made into talks that can be measured."""

from __future__ import annotations

from datetime import datetime

from theirside.care.definition import Example
from theirside.care.moment import Scene
from theirside.care.talks import talks_of
from theirside.conversation import Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.understand.talk import Talk

SPEAKERS = {
    "ours": Speaker("Sam Okoro", "sam@lantern.example", side=Side.OURS),
    "theirs": Speaker("Dana Whitfield", "dana@fernhill.example", side=Side.THEIRS),
    "unknown": Speaker("Speaker 3"),
}
READER = "by hand"


def conversation_of(example: Example | Scene, key: str = "example") -> Conversation:
    """Return an example's talk."""
    turns = tuple(
        Turn(
            f"{key}-{number}",
            SPEAKERS[line.side],
            line.text,
            at=datetime.fromisoformat(line.at) if line.at else None,
            start=line.start,
            end=line.end,
        )
        for number, line in enumerate(example.talk)
    )
    return Conversation(key, example.channel, turns)


def annotations_of(example: Example | Scene) -> list[Annotation]:
    """Return the labels of an example's sentences."""
    found = []
    for number, line in enumerate(example.talk):
        for words, labels in line.labels:
            start = line.text.index(words)
            found += [
                Annotation(number, start, start + len(words), label, 0.9, READER, due=line.due)
                for label in labels
            ]
    return found


def talk_of(example: Example | Scene, key: str = "example") -> Talk:
    """Return an example ready to be measured."""
    conversation = conversation_of(example, key)
    [talk] = talks_of(conversation, {key: annotations_of(example)})
    return talk
