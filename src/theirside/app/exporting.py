"""All that is kept about one person, for their eyes: what the command and the pages give.

The codes by which search finds sentences by meaning are not in it: they are worked out from the
sentences, which are, and tell nobody anything without them.
"""

from __future__ import annotations

import json
from typing import Any

from theirside.app import queries
from theirside.app.understanding import understood
from theirside.understand.understanding import Person


def all_about(person: Person) -> dict[str, Any]:
    """Return it ready for JSON. Raises ``NotFoundError``."""
    from theirside import as_json

    understanding, _ = understood(person)
    return {**queries.export_person(person), "understanding": as_json.understanding(understanding)}


def all_about_as_json(person: Person) -> str:
    """Return it as JSON, for programs. Raises ``NotFoundError``."""
    return json.dumps(all_about(person), ensure_ascii=False, indent=2) + "\n"


def all_about_as_text(person: Person) -> str:
    """Return it as text that the person can read. Raises ``NotFoundError``."""
    from theirside.app.exported import as_text

    understanding, inputs = understood(person)
    return as_text(understanding, inputs.conversations, queries.everything_about(person))
