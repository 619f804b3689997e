"""All writing to the store: one verb each, each in one transaction."""

from __future__ import annotations

from theirside.app.services.keeping import Kept, keep
from theirside.app.services.workspace import add_us, initialise, record_import

__all__ = ["Kept", "add_us", "initialise", "keep", "record_import"]
