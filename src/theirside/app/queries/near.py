"""Sentences that mean much the same as what somebody asks, though in other words.

The codes of all sentences that the viewer may see are gone through; those that differ least from
the question's are looked at in full: read again by the model, and compared exactly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from theirside.app import models
from theirside.app.codes import nearest
from theirside.reader.coded import signs

if TYPE_CHECKING:
    import numpy as np

    from theirside.reader.encoder import Seeing

FLOOR = 0.36
"""The least likeness (cosine, -1..1) that is shown; ``docs/search.md`` has what others would do."""
SURE = 0.49
"""From here on it is said of something that it means the same; below, that it may."""
MOST = 10
"""So many turns are found by meaning."""
_LOOKED = 256
"""Sentences that are compared exactly: on the sample workspace more find nothing better."""
_CANDIDATES = 8000
_AT_ONCE = 500
_TALKS = 256


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence of the turn with this primary key, and how like the question it is, -1..1."""

    turn: int
    start: int
    end: int
    likeness: float


def near(
    text: str,
    turns: QuerySet[models.Turn],
    talks: QuerySet[models.Meaning],
    model: Seeing,
    floor: float | None = None,
) -> list[Near]:
    """Return the sentences of these turns, in these talks, that are nearest to a question.

    One of each turn, the nearest first, none below ``floor`` (``FLOOR``).
    """
    if not talks.exists():
        return []
    question = model.see([text], [""]).embeddings[0]
    best = nearest(_codes(talks), signs(question[None, :])[0], _CANDIDATES)
    looked = list(islice(_allowed(best, turns), _LOOKED))
    if not looked:
        return []
    seen = model.see([words for _, words in looked], [""] * len(looked)).embeddings
    likeness = [round(float(each), 4) for each in seen @ question]
    least = FLOOR if floor is None else floor
    found = [
        Near(int(row["turn"]), int(row["start"]), int(row["end"]), alike)
        for (row, _), alike in zip(looked, likeness, strict=True)
        if alike >= least
    ]
    found.sort(key=lambda each: (-each.likeness, -each.turn, each.start))
    once: dict[int, Near] = {}
    for each in found:
        once.setdefault(each.turn, each)
    return list(once.values())[:MOST]


def _codes(talks: QuerySet[models.Meaning]) -> Iterator[bytes]:
    """Yield the codes of some talks after the other, some together."""
    each = talks.values_list("sentences", flat=True).iterator(chunk_size=_TALKS)
    while part := list(islice(each, _TALKS)):
        yield b"".join(map(bytes, part))


def _allowed(best: np.ndarray, turns: QuerySet[models.Turn]) -> Iterator[tuple[np.void, str]]:
    """Yield those of the sentences that stand in these turns, with their words."""
    for start in range(0, len(best), _AT_ONCE):
        rows = best[start : start + _AT_ONCE]
        wanted = {int(pk) for pk in rows["turn"]}
        texts = dict(turns.filter(pk__in=wanted).values_list("pk", "text"))
        for row in rows:
            text = texts.get(int(row["turn"]))
            if text is not None:
                yield row, text[row["start"] : row["end"]]
