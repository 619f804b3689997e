"""How far two sentences mean alike, by the reader's embeddings.

Embeddings of short sentences all lie in one corner, so that everything seems alike; taking away
what all the sentences at hand have in common leaves what tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from theirside.reader.encoder import Seeing

Meaning = Callable[[Sequence[str], Sequence[str]], Mapping[tuple[str, str], float]]
"""Gives the likeness (0..1) of each text to each other text."""


def meaning_by(encoder: Seeing) -> Meaning:
    """Return what tells likeness by an encoder's embeddings."""

    def alike(texts: Sequence[str], others: Sequence[str]) -> Mapping[tuple[str, str], float]:
        import numpy as np

        if not texts or not others:
            return {}
        every = [*texts, *others]
        seen = encoder.see(every, [""] * len(every)).embeddings
        apart = seen - seen.mean(axis=0)
        lengths = np.linalg.norm(apart, axis=1, keepdims=True)
        apart = apart / np.maximum(lengths, 1e-9)
        near = np.clip(apart[: len(texts)] @ apart[len(texts) :].T, 0.0, 1.0)
        return {
            (text, other): round(float(near[row, column]), 4)
            for row, text in enumerate(texts)
            for column, other in enumerate(others)
        }

    return alike


def by_words_only(_texts: Sequence[str], _others: Sequence[str]) -> Mapping[tuple[str, str], float]:
    """Tell no likeness: only words count."""
    return {}
