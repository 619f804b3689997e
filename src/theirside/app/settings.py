"""Django's settings. Nothing of Theirside's own is read here: see ``theirside.app.places``."""

from __future__ import annotations

from theirside.app.places import database

INSTALLED_APPS = ["theirside.app"]
DATABASES = {"default": database().django}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LOGGING_CONFIG = None  # nothing is logged; configuring it costs 40 ms at each start
