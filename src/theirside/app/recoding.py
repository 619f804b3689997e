"""What a change dropped from search by meaning, made anew where that takes no long wait."""

from __future__ import annotations

from theirside.app import models, services
from theirside.app.queries.uncoded import uncoded
from theirside.reader import default_reader
from theirside.reader.reader import SeesMeaning

MOST_TURNS = 500
"""Turns that are coded while somebody waits: some seconds."""


def code_few() -> int:
    """Code what search by meaning lacks if that is little; return how many conversations it lacks.

    Those that no reader has read are not counted: nothing is understood of them either, and
    whatever reads them codes them.
    """
    reader = default_reader()
    if not isinstance(reader, SeesMeaning):
        return 0
    lacking = uncoded(reader.encoder).exclude(reader="")
    few = models.Turn.objects.filter(conversation__in=lacking)[: MOST_TURNS + 1].count()
    if few <= MOST_TURNS:
        services.code_again(reader.encoder)
    return lacking.count()
