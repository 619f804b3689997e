"""How it stands: counts worked out by hand."""

from __future__ import annotations

from datetime import date

from theirside.serve.ledger.balance import Counts, Month, months, standing
from theirside.serve.ledger.entry import Column, Entry


def entry(what: str, on: date | None, *, by_us: bool = True, **known: object) -> Entry:
    made = Entry(f"{what}-{on}-{by_us}", "dana", Column(what), "help", by_us, what, on)
    from dataclasses import replace

    return replace(made, **known)  # type: ignore[arg-type]


JAN, FEB, APR = date(2026, 1, 10), date(2026, 2, 20), date(2026, 4, 1)
ENTRIES = [
    entry("ask", JAN),
    entry("gift", JAN, offered=True),
    entry("gift", JAN, by_us=False),
    entry("ask", FEB),
    entry("ask", FEB, by_us=False),
    entry("ask", APR),
]


def test_the_four_columns_are_counted() -> None:
    assert standing(ENTRIES).counts == Counts(
        gave=1, asked=3, they_gave=1, they_asked=1, offered=1, they_offered=0
    )


def test_asks_count_since_our_last_gift_and_a_gift_of_the_same_day_came_first() -> None:
    it = standing(ENTRIES)
    assert [each.on for each in it.asks] == [FEB, APR]
    assert it.last_gift == ENTRIES[1]
    assert not it.is_all_asks


def test_where_nothing_was_given_all_asks_count() -> None:
    it = standing([entry("ask", None), entry("ask", JAN), entry("gift", FEB, by_us=False)])
    assert len(it.asks) == 2
    assert it.last_gift is None
    assert it.is_all_asks
    assert not standing([]).is_all_asks


def test_a_gift_without_a_day_is_a_gift_and_what_came_after_it_is_not_known() -> None:
    it = standing([entry("gift", None), entry("ask", JAN)])
    assert (it.counts.gave, it.asks) == (1, ())


def test_only_typed_weights_are_summed() -> None:
    assert standing(ENTRIES).weights == (None, None)
    heavy = [*ENTRIES, entry("gift", APR, weight=2.0), entry("gift", FEB, weight=0.5)]
    assert standing(heavy).weights == (2.5, None)
    assert standing(heavy).counts.gave == 3


def test_every_month_has_what_it_added_and_how_it_stood() -> None:
    first = Counts(gave=1, asked=1, they_gave=1, offered=1)
    second = Counts(gave=1, asked=2, they_gave=1, they_asked=1, offered=1)
    assert months(ENTRIES) == [
        Month(date(2026, 1, 1), first, first),
        Month(date(2026, 2, 1), Counts(asked=1, they_asked=1), second),
        Month(date(2026, 3, 1), Counts(), second),
        Month(date(2026, 4, 1), Counts(asked=1), standing(ENTRIES).counts),
    ]


def test_a_year_ends_and_what_has_no_day_is_in_no_month() -> None:
    it = months([entry("ask", date(2025, 12, 31)), entry("ask", JAN), entry("ask", None)])
    assert [each.first for each in it] == [date(2025, 12, 1), date(2026, 1, 1)]
    assert it[-1].stood == Counts(asked=2)
    assert months([entry("ask", None)]) == []
