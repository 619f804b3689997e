"""Looking, while nothing else is to be done, at what pages would have to look at otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from theirside.app import queries, services
from theirside.app.waiting import look

PEOPLE = 5
TALKS = 5
"""At once: pages wait meanwhile."""


def look_ahead(today: date, is_ending: Callable[[], bool] = lambda: False) -> None:
    """Look who has something open, and talks through for the ledger, until nothing is left.

    It gives up where ``is_ending`` says so: something else is to be done, or the process ends.
    """
    while not is_ending() and look(today, PEOPLE):
        pass
    while not is_ending() and queries.left_to_look_through():
        services.glean(queries.unlooked_through(most=TALKS))
