"""A stand-in for the trained model: what it sees is told by the words of a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from theirside.reader.encoder import Seen

WIDTH = 384


class FakeEncoder:
    """Gives each output the logit of the first of its words that the sentence holds, else ``low``.

    ``words`` maps an output to words and their logits. The first figures of an embedding count
    the sentence's characters and those before it.
    """

    version = "fake-1"

    def __init__(self, words: Mapping[str, Mapping[str, float]], low: float = -9.0) -> None:
        self._words = words
        self._low = low
        self.names = tuple(words)
        self.asked: list[int] = []

    def see(self, texts: Sequence[str], befores: Sequence[str]) -> Seen:
        """Return logits and embeddings, and note how many sentences were asked about."""
        self.asked.append(len(texts))
        logits = [[self._logit(name, text) for name in self.names] for text in texts]
        embeddings = np.zeros((len(texts), WIDTH), dtype=np.float32)
        embeddings[:, 0] = [len(text) for text in texts]
        embeddings[:, 1] = [len(before) for before in befores]
        shape = (len(texts), len(self.names))
        return Seen(np.array(logits, dtype=np.float32).reshape(shape), embeddings)

    def _logit(self, name: str, text: str) -> float:
        found = (logit for word, logit in self._words[name].items() if word in text)
        return next(found, self._low)
