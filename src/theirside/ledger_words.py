"""The balance of gifts and asks in a sentence, the same in a terminal and on a page."""

from __future__ import annotations

from theirside.in_words import count, day
from theirside.serve.ledger.balance import Standing


def since_gift(it: Standing) -> str:
    """Return how often we asked since our last gift, as a sentence."""
    times = often(len(it.asks))
    if it.last_gift is None:
        return f"We have asked {times} and given nothing that we found."
    on = f", {day(it.last_gift.on)}," if it.last_gift.on else ""
    return f"Since our last gift{on} we asked {times}."


def often(number: int) -> str:
    """Return how often something was: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number) or count(number, "time")
