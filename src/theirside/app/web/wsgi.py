"""The web app for a WSGI server. ``theirside web`` brings its own."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "theirside.app.web.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
