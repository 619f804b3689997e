"""The seam between a text and what is said of it: sentences in, annotations out.

A reader gets sentences, each with its turn's circumstances and the end of what was said before it,
and answers with annotations of those sentences. Whatever stands behind it (linguistic patterns, a
trained model, both) has a version, and the version is in every annotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from theirside.conversation import Channel, Side
from theirside.evidence import Annotation

if TYPE_CHECKING:
    import numpy as np

    from theirside.reader.encoder import Seeing

BEFORE_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters ``[start, end)`` of turn number ``turn``; ``text`` is exactly those characters.

    ``before`` is the end (at most 400 characters) of what was said before this sentence, earlier
    sentences of the same turn included; ``before_side`` whose words its last part is. ``at`` is
    when the turn was spoken, where that is known: "by Friday" is resolved against it.
    """

    turn: int
    start: int
    end: int
    text: str
    side: Side
    speaker: str
    before: str
    before_side: Side
    channel: Channel
    at: datetime | None


class Reader(Protocol):
    """Anything that annotates sentences. Safe to share between threads; deterministic."""

    @property
    def version(self) -> str:
        """What the annotations are marked with, e.g. ``patterns-1``."""
        ...

    def annotate(self, sentences: Sequence[Sentence], everything: bool = False) -> list[Annotation]:
        """Return the annotations of the sentences, in the order of the sentences.

        With ``everything`` also labels below their thresholds, each with its probability, where
        the reader has any. The sentences are of one conversation: a turn's number names one turn.
        """
        ...


@runtime_checkable
class SeesMeaning(Protocol):
    """A reader that sees the meaning of sentences while it reads them."""

    @property
    def encoder(self) -> Seeing:
        """The model that sees it."""
        ...

    def annotate_seeing(
        self, sentences: Sequence[Sentence], everything: bool = False
    ) -> tuple[list[Annotation], np.ndarray]:
        """Return the annotations, and the embeddings: a row of 384 figures for each sentence."""
        ...
