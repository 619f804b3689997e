"""The model over many talks at once: quicker than talk by talk, the same figures to the last bit.

The shipped model reads sentences of one length together; of one short talk there are few of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from theirside.conversation import Conversation
from theirside.reader import sentences
from theirside.reader.encoder import Encoder, Seeing, Seen


class Foreseeing:
    """An encoder that is told beforehand which talks come, and reads each sentence of them once."""

    def __init__(self, encoder: Seeing | None = None) -> None:
        self._encoder: Seeing = encoder or Encoder(threads=1)
        self._known: dict[tuple[str, str], tuple[np.ndarray, np.ndarray]] = {}

    @property
    def version(self) -> str:
        """The version of the encoder behind it."""
        return self._encoder.version

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the outputs, in their order."""
        return self._encoder.names

    def foresee(self, talks: Iterable[Conversation]) -> None:
        """Read all sentences of these talks, and forget those of the talks before."""
        asked = [(each.text, each.before) for talk in talks for each in sentences(talk)]
        self._known = {}
        self._learn(list(dict.fromkeys(asked)))

    def see(self, texts: Sequence[str], befores: Sequence[str]) -> Seen:
        """Return logits and embeddings; what was not foreseen is read now."""
        asked = list(zip(texts, befores, strict=True))
        self._learn([each for each in dict.fromkeys(asked) if each not in self._known])
        if not asked:
            return self._encoder.see(texts, befores)
        logits, embeddings = zip(*(self._known[each] for each in asked), strict=True)
        return Seen(np.stack(logits), np.stack(embeddings))

    def _learn(self, asked: Sequence[tuple[str, str]]) -> None:
        if asked:
            seen = self._encoder.see([one for one, _ in asked], [other for _, other in asked])
            rows = zip(seen.logits, seen.embeddings, strict=True)
            self._known |= dict(zip(asked, rows, strict=True))
