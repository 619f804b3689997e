"""All that is kept about one person, for their eyes: what the command and the page give."""

from __future__ import annotations

from typing import Any

from theirside.app import queries
from theirside.app.understanding import understood
from theirside.understand.understanding import Person


def all_about(person: Person) -> dict[str, Any]:
    """Return it ready for JSON. Raises ``NotFoundError``."""
    from theirside import as_json

    understanding, _ = understood(person)
    return {**queries.export_person(person), "understanding": as_json.understanding(understanding)}
