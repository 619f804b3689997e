"""The web app as a Django application: its views, templates and files."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """What is seen; what is remembered of conversations belongs to ``theirside.app``."""

    name = "theirside.app.web"
    label = "theirside_web"
    verbose_name = "Theirside's pages"
