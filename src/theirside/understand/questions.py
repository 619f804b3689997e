"""Questions worth asking next, each saying why, the one that matters most first."""

from __future__ import annotations

from collections.abc import Sequence

from theirside.understand.facet import facets
from theirside.understand.understanding import Gap, Question


def questions_for(gaps: Sequence[Gap]) -> list[Question]:
    """Return one question for each gap, ranked."""
    every = facets()
    return [
        Question(ask.id, gap.facet, ask.text, ask.why, every[gap.facet].weight)
        for gap in gaps
        for ask in every[gap.facet].questions[:1]
    ]
