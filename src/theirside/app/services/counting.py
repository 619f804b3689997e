"""Counting how often something was asked for, in the database, so that every process counts it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from theirside.app import models


def count_up(name: str, until: datetime) -> int:
    """Count one more under a name (a digest) that holds until then; return how many there are now.

    Not one of the store's writings: nothing that is known of anybody changes by it, and it waits
    for no import with PostgreSQL.
    """
    with transaction.atomic():
        row, new = models.Counted.objects.get_or_create(name=name, defaults={"until": until})
        if new:
            over = models.Counted.objects.filter(until__lt=timezone.now())
            over.exclude(pk=row.pk).delete()
        same = models.Counted.objects.filter(pk=row.pk)
        same.update(times=F("times") + 1)
        return same.values_list("times", flat=True).first() or 1
