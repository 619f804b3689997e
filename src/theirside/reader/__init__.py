"""Text to annotations: what each sentence is, said with a probability and a version."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.reader.coded import Coded, coded
from theirside.reader.label import Label, labels
from theirside.reader.reader import Reader, SeesMeaning, Sentence
from theirside.reader.sentences import sentences

SPECIAL = "special"

__all__ = [
    "Label",
    "Reader",
    "Reading",
    "Sentence",
    "default_reader",
    "labels",
    "read",
    "reading",
    "sentences",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader says of a conversation's sentences, and their codes where it sees meaning."""

    annotations: tuple[Annotation, ...]
    coded: Coded | None = None


@cache
def default_reader() -> Reader:
    """Return the reader that is used where none is named; made once, shared by all threads."""
    from theirside.reader.combined import CombinedReader

    return CombinedReader()


def read(
    conversation: Conversation, reader: Reader | None = None, everything: bool = False
) -> tuple[Annotation, ...]:
    """Return what the reader says of the conversation's sentences, in their order.

    With ``everything`` also labels below their thresholds, each with its probability, 0..1.
    """
    asked = sentences(conversation)
    return tuple((reader or default_reader()).annotate(asked, everything=everything))


def reading(conversation: Conversation, reader: Reader | None = None) -> Reading:
    """Return what the reader says of a conversation together with its sentences' codes."""
    by, asked = reader or default_reader(), sentences(conversation)
    if not isinstance(by, SeesMeaning):
        return Reading(tuple(by.annotate(asked)))
    annotations, seen = by.annotate_seeing(asked)
    special = {(a.turn, a.start, a.end) for a in annotations if a.label.split(".")[0] == SPECIAL}
    return Reading(tuple(annotations), coded(asked, special, by.encoder, seen))
