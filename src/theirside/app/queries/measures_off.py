"""The measures that are switched off."""

from __future__ import annotations

from theirside.app import models
from theirside.app.store import explained


@explained
def measures_off() -> frozenset[str]:
    """Return the ids of the measures that are neither counted nor shown."""
    return frozenset(models.MeasureOff.objects.values_list("measure", flat=True))
