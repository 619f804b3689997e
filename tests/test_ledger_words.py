"""The ledger in sentences."""

from __future__ import annotations

from theirside.ledger_words import counted
from theirside.serve.ledger.balance import Counts


def test_counts_are_said_in_words() -> None:
    it = Counts(gave=3, asked=1, they_gave=0, they_asked=2, offered=2)

    assert counted(it) == (
        "We gave 3 times (2 only offered) and asked once; they never gave and asked twice."
    )


def test_where_there_is_nothing_it_is_said_once() -> None:
    assert counted(Counts()) == "Nothing given or asked on either side, that we found."
