"""The day on which it is time again, or what has to happen first, from the day it was said."""

from __future__ import annotations

from datetime import date

import pytest

from theirside.serve.when import event_in, when_in

SAID = date(2026, 2, 10)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("until 1 April", date(2026, 4, 1)),
        ("until the first of April", date(2026, 4, 1)),
        ("not before the 20th", date(2026, 2, 20)),
        ("until April", date(2026, 4, 1)),
        ("till the end of May we've the spring milk", date(2026, 6, 1)),
        ("until the audit in March", date(2026, 4, 1)),
        ("after March", date(2026, 4, 1)),
        ("in January and not before", date(2027, 1, 1)),
        ("at the January meeting", date(2027, 1, 1)),
        ("not in March, in July", date(2026, 7, 1)),
        ("mid-May", date(2026, 5, 15)),
        ("not before Q3", date(2026, 7, 1)),
        ("after Q1", date(2026, 4, 1)),
        ("in Q1 2027", date(2027, 1, 1)),
        ("in H2", date(2026, 7, 1)),
        ("in the second half of the year", date(2026, 7, 1)),
        ("after the summer", date(2026, 9, 1)),
        ("next spring", date(2026, 3, 1)),
        ("in the new year", date(2027, 1, 7)),
        ("after Christmas", date(2027, 1, 7)),
        ("before Easter", date(2026, 4, 2)),
        ("after Easter", date(2026, 4, 7)),
        ("in two weeks", date(2026, 2, 24)),
        ("in three months", date(2026, 5, 10)),
        ("next week", date(2026, 2, 16)),
        ("next month", date(2026, 3, 1)),
        ("next quarter", date(2026, 4, 1)),
        ("this year", date(2027, 1, 1)),
        ("this quarter", date(2026, 4, 1)),
        ("in 2027", date(2027, 1, 1)),
        ("once the budget is approved in May", date(2026, 6, 1)),
    ],
)
def test_a_time_phrase_means_its_first_day_or_the_day_after_it(text: str, on: date) -> None:
    found = when_in(text, SAID)
    assert found is not None
    assert found.on == on


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("once the new head has started", "the new head has started"),
        ("after the audit in March", "the audit"),
        ("until we have moved into the new hall, I think", "we have moved into the new hall"),
        ("before ten", ""),
        ("when you are unsure", ""),
        ("after the summer", ""),
    ],
)
def test_what_has_to_happen_first_is_told_in_their_words(text: str, event: str) -> None:
    assert event_in(text) == event


@pytest.mark.parametrize("text", ["before ten", "after lunch", "when you are unsure", "later", ""])
def test_an_hour_of_every_day_or_nothing_is_no_day(text: str) -> None:
    assert when_in(text, SAID) is None


def test_the_holidays_are_those_of_the_end_of_the_year_only_towards_it() -> None:
    late = when_in("after the holidays", date(2026, 11, 2))
    assert late is not None
    assert late.on == date(2027, 1, 7)
    early = when_in("not before the holidays", date(2026, 5, 20))
    assert early is not None
    assert (early.on, early.event) == (None, "the holidays")


def test_without_the_day_it_was_said_only_the_event_is_known() -> None:
    found = when_in("after the audit in March", None)
    assert found is not None
    assert (found.on, found.event) == (None, "the audit")
    assert when_in("in March", None) is None


def test_a_day_that_is_over_is_none() -> None:
    assert when_in("after the meeting on 2 February 2026", SAID) is None or (
        when_in("after the meeting on 2 February 2026", SAID).on is None  # type: ignore[union-attr]
    )
