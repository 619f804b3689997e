"""A ledger in sentences of the page: in English the same as on the command line, to the letter."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from theirside import ledger_words
from theirside.app.web import ledger_told
from theirside.serve.ledger.balance import Counts, Standing
from theirside.serve.ledger.entry import Column, Entry

MANY = [*product((0, 1, 2, 3), repeat=4), (1200, 0, 4, 2), (0, 5, 2000, 1)]


def test_counts_are_told_alike() -> None:
    for gave, asked, they_gave, they_asked in MANY:
        for offered in {0, min(1, gave, they_gave), min(gave, they_gave)}:
            counts = Counts(gave, asked, they_gave, they_asked, offered, offered)
            assert ledger_told.counted(counts) == ledger_words.counted(counts)


@pytest.mark.parametrize("asks", [1, 2, 3])
@pytest.mark.parametrize("on", [None, date(2026, 9, 3)])
@pytest.mark.parametrize("gave", [True, False])
def test_what_came_since_our_last_gift_is_told_alike(
    asks: int, on: date | None, gave: bool
) -> None:
    ask = Entry("", "p", Column.ASK, "time", by_us=True, text="", on=on)
    gift = Entry("", "p", Column.GIFT, "time", by_us=True, text="", on=on) if gave else None
    it = Standing(Counts(asked=asks), (ask,) * asks, gift, weights=(1.5, 20.0))

    assert list(ledger_told.lines_of(it)) == list(ledger_words.lines_of(it))
