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


def written(person: Person, form: str) -> str:
    """Return it as text: ``json`` for a program, ``text`` to read. Raises ``NotFoundError``."""
    if form == "json":
        return json.dumps(all_about(person), ensure_ascii=False, indent=2) + "\n"
    from theirside.app.exported import as_text

    understanding, inputs = understood(person)
    return as_text(understanding, inputs.conversations, queries.everything_about(person))
