"""A conversation's sentences by meaning: a code of 48 bytes each, by which search finds them.

A code holds the signs of the 384 figures that the model gives for a sentence. How many of them two
sentences have in common tells how near they mean, roughly but for a million a moment; the nearest
are then compared exactly. What a code is made of is what may be read: a sentence of a special
category has none, and where one stands before, the sentence is seen without what was before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from theirside.reader.reader import BEFORE_CHARACTERS, Sentence

if TYPE_CHECKING:
    import numpy as np

    from theirside.reader.encoder import Seeing

Place = tuple[int, int, int]
"""The number of a turn, and where in it a sentence starts and ends."""
BYTES = 48
FEWEST = 4
"""Words that a sentence must have: "Yes, I see." means too little, and is near to anything."""
_WAY = 1
"""Counted up when codes are made in another way, so that old ones are not compared with new."""


@dataclass(frozen=True, slots=True)
class Coded:
    """The places of the sentences that have a code, their codes one after another, and by whom."""

    version: str
    places: tuple[Place, ...]
    codes: bytes


def version_of(model: Seeing) -> str:
    """Return what codes of this model are marked with; only those of one version are compared."""
    return f"{model.version}/{_WAY}"


def coded(
    sentences: Sequence[Sentence],
    special: Collection[Place],
    model: Seeing,
    embeddings: np.ndarray | None = None,
) -> Coded:
    """Return the codes of a conversation's sentences, less those that touch a ``special`` place.

    ``embeddings`` is what the model saw of all the sentences, each with what was before it; without
    it the model looks now. Raises ``SettingsError`` when the model is missing or damaged.
    """
    import numpy as np

    touched = [_touches(each, special) for each in sentences]
    after = list(_after(sentences, touched))
    kept = [
        row
        for row, each in enumerate(sentences)
        if not touched[row] and len(each.text.split()) >= FEWEST
    ]
    places = tuple((s.turn, s.start, s.end) for s in (sentences[row] for row in kept))
    seen_already = embeddings is not None
    anew = [row for row in kept if after[row] or not seen_already]
    befores = ["" if after[row] else sentences[row].before for row in anew]
    fresh = model.see([sentences[row].text for row in anew], befores).embeddings if anew else None
    codes = np.zeros((len(sentences), BYTES), dtype=np.uint8)
    if embeddings is not None and len(sentences):
        codes[:] = signs(embeddings)
    if fresh is not None:
        codes[anew] = signs(fresh)
    return Coded(version_of(model), places, codes[kept].tobytes())


def signs(embeddings: np.ndarray) -> np.ndarray:
    """Return the code of each embedding: (sentences, 48) bytes of (sentences, 384) figures."""
    import numpy as np

    packed = np.packbits(embeddings > 0, axis=1)
    room = np.zeros((len(packed), BYTES), dtype=np.uint8)
    room[:, : packed.shape[1]] = packed[:, :BYTES]
    return room


def apart(codes: np.ndarray, code: np.ndarray) -> np.ndarray:
    """Return in how many of the 384 signs each code (rows of 48 bytes) differs from one: 0..384."""
    import numpy as np

    words = np.ascontiguousarray(codes).view(np.uint64) ^ code.view(np.uint64)
    found: np.ndarray = np.bitwise_count(words).sum(axis=1, dtype=np.uint16)
    return found


def _touches(sentence: Sentence, special: Collection[Place]) -> bool:
    return any(
        sentence.turn == turn and sentence.start < end and start < sentence.end
        for turn, start, end in special
    )


def _after(sentences: Sequence[Sentence], touched: Sequence[bool]) -> Iterator[bool]:
    """Yield of each sentence whether one that is touched stands in what was said before it."""
    since = BEFORE_CHARACTERS
    for sentence, is_touched in zip(sentences, touched, strict=True):
        yield since < BEFORE_CHARACTERS
        since = 0 if is_touched else since + len(sentence.text)
