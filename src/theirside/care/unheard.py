"""What the default reader does not hear: counting it would give a zero that means nothing."""

from __future__ import annotations

from functools import cache

from theirside.reader.measured import MODEL, measured


@cache
def unheard() -> frozenset[str]:
    """Return the labels that no pattern reads and the model does not read well enough to fire."""
    return frozenset(each.id for each in measured().values() if each.by == MODEL and not each.fires)
