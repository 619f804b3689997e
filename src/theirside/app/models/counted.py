"""What is counted for a while only: how often something was asked for, and Django's cache.

Both lie in the database, so that limits hold over several processes and restarts.
"""

from __future__ import annotations

from django.db import models


class Counted(models.Model):
    """How often something was asked for within a window; ``name`` is a digest, never an address."""

    name = models.CharField(max_length=64, unique=True)
    times = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)


class Cached(models.Model):
    """An entry of Django's cache, in the form that ``DatabaseCache`` reads and writes."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        """Named in the settings of the web app, too."""

        db_table = "theirside_cached"
