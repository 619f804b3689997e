"""Theirside as a Django application: what everything that remembers belongs to."""

from __future__ import annotations

from django.apps import AppConfig


class TheirsideConfig(AppConfig):
    """The one application; its tables are called ``theirside_…``."""

    name = "theirside.app"
    label = "theirside"
    verbose_name = "Theirside"
