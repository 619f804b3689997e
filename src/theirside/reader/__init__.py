"""Text to annotations: what each sentence is, said with a probability and a version."""

from __future__ import annotations

from functools import cache

from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.reader.label import Label, labels
from theirside.reader.reader import Reader, Sentence
from theirside.reader.sentences import sentences

__all__ = ["Label", "Reader", "Sentence", "default_reader", "labels", "read", "sentences"]


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
