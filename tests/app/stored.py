"""The people of ``tests.app.talks`` as the store knows them."""

from __future__ import annotations

from theirside.app import queries
from theirside.understand.understanding import Person


def anna() -> Person:
    """Return Anna Bauer."""
    return queries.find_person("anna bauer")


def ben() -> Person:
    """Return Ben Okafor."""
    return queries.find_person("ben okafor")
