"""Which measures are switched off, for everybody."""

from __future__ import annotations

from django.db import models


class MeasureOff(models.Model):
    """A measure ("talk_share") that is neither counted nor shown. No row: it is on."""

    measure = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
