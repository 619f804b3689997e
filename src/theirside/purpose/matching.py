"""Whether two sentences mean the same: the reader's sentence embeddings and their words together.

Precision first, because to be told that one asked what one did not ask helps nobody. The bounds
were chosen on ``evals/asked/pairs.tsv``; ``python -m evals.asked`` says how they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from theirside.understand.words import enough_of, gist, likeness, stems_of

if TYPE_CHECKING:
    import numpy as np

    from theirside.reader.encoder import Seeing

SAME_WORDS = 0.5
"""Share of content words in common from which less likeness of meaning is enough."""
BESIDE_WORDS = 0.62
"""Likeness of meaning (cosine) that is enough where half of the content words are the same."""
BY_MEANING = 0.69
"""Likeness of meaning that is enough without a word in common."""
WITH_WORDS = 0.65
"""Likeness of meaning that is enough with a content word in common."""
ON_THEIR_WORDS = 0.56
"""The same for questions that quote the other side, with two words in common, one of the quote."""
_QUOTED = re.compile(r"“([^”]*)”")


class Alike:
    """Compares sentences; every sentence is looked at by the model once."""

    def __init__(self, encoder: Seeing, texts: Iterable[str]) -> None:
        """Take what sees sentences, and all sentences that will be compared."""
        self._of = _seen(encoder, dict.fromkeys(texts))

    def likeness(self, one: str, other: str) -> float:
        """Return how alike two of the sentences are in meaning: the cosine, -1..1."""
        return float(self._of[one] @ self._of[other])

    def asks(self, question: str, said: str) -> float:
        """Return how surely a sentence asks a question that was to be asked; 0 where it doesn't.

        A question that quotes them must be about the words quoted.
        """
        meant, heard = self.likeness(question, said), stems_of(said)
        quoted = " ".join(_QUOTED.findall(question))
        if likeness(gist(question), gist(said)) >= SAME_WORDS:
            return meant if meant >= BESIDE_WORDS else 0.0
        common = len(stems_of(question) & heard)
        if quoted:
            about = len(stems_of(quoted) & heard)
            return meant if meant >= ON_THEIR_WORDS and about and common > 1 else 0.0
        enough = WITH_WORDS if common else BY_MEANING
        return meant if meant >= enough else 0.0

    def is_about(self, matter: str, said: str) -> bool:
        """Say whether a sentence takes up a matter: a want of theirs, or of ours."""
        # A number in common ("three pools") makes no two sentences one matter.
        wanted, heard = gist(matter).stems, stems_of(said)
        common = len(wanted & heard)
        if len(wanted) < 2:
            return bool(wanted) and stems_of(matter) <= heard
        if common >= enough_of(len(wanted)):
            return True
        meant = self.likeness(matter, said)
        return (common > 1 and meant >= ON_THEIR_WORDS) or (common > 0 and meant >= WITH_WORDS)


def _seen(encoder: Seeing, texts: Mapping[str, None]) -> dict[str, np.ndarray]:
    import numpy as np

    if not texts:
        return {}
    found = encoder.see(list(texts), [""] * len(texts)).embeddings
    sizes = np.linalg.norm(found, axis=1, keepdims=True)
    return dict(zip(texts, found / np.maximum(sizes, 1e-9), strict=True))
