"""Switching measures off and on, for everybody."""

from __future__ import annotations

from django.utils import timezone

from theirside.app import models
from theirside.app.store import explained, writing
from theirside.care.measuring import chosen_measures


@explained
def switch_measure(measure: str, *, on: bool) -> None:
    """Let a measure be counted and shown, or not. Raises ``NotFoundError`` for no such one."""
    chosen_measures([measure])
    with writing():
        rows = models.MeasureOff.objects.filter(measure=measure)
        if on:
            rows.delete()
        elif not rows.exists():
            models.MeasureOff.objects.create(measure=measure, at=timezone.now())
