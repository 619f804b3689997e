"""What a review takes from the store: what is switched, and whom the draft is for."""

from __future__ import annotations

from datetime import date

from theirside.app import queries
from theirside.app.ledger import ledger_of
from theirside.app.understanding import understood
from theirside.care.review import Switch, Them
from theirside.understand.understanding import Person


def for_review(person: Person | None) -> tuple[tuple[Switch, ...], Them | None]:
    """Return the switches, and the person as a review needs them, by today's date."""
    found = queries.switches()
    if person is None:
        return found, None
    understanding, inputs = understood(person)
    ledger = ledger_of(person).entries
    today = date.today()  # noqa: DTZ011 (the writer's)
    return found, Them(understanding, inputs.conversations, today, ledger)
