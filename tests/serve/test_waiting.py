"""Not now: every way of saying it, and the day that it waits for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from theirside.serve.waiting import FRESH, day_named, is_waiting, wait_in, ways

SAID = date(2025, 11, 20)


@pytest.mark.parametrize(("way", "text"), [(w.id, text) for w in ways() for text in w.fires])
def test_a_way_is_found_in_its_examples(way: str, text: str) -> None:
    found = next(each for each in ways() if each.id == way)
    assert found.pattern.search(text)


@pytest.mark.parametrize("text", [text for way in ways() for text in way.silent])
def test_what_stays_silent_is_none_of_them(text: str) -> None:
    assert is_waiting(text) is None


def test_every_way_has_examples_of_both_kinds() -> None:
    assert all(len(way.fires) >= 2 and len(way.silent) >= 2 for way in ways())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The budget is committed until 1 April.", date(2026, 4, 1)),
        ("The budget is committed until the first of April.", date(2026, 4, 1)),
        ("The budget's frozen until the audit in March.", date(2026, 3, 31)),
        ("Nothing before Christmas.", date(2025, 12, 24)),
        ("Nothing before the audit.", None),
    ],
)
def test_the_day_is_resolved_against_the_day_it_was_said(text: str, day: date | None) -> None:
    assert day_named(text, SAID) == day


def test_it_stands_until_the_day_they_named() -> None:
    text = "The budget is committed until 1 April."
    standing = wait_in(text, SAID, date(2026, 3, 31))
    assert standing is not None
    assert standing.until == date(2026, 4, 1)
    assert wait_in(text, SAID, date(2026, 4, 1)) is None


def test_without_a_day_it_stands_for_half_a_year() -> None:
    text = "Nothing before the audit."
    assert wait_in(text, SAID, SAID + FRESH) is not None
    assert wait_in(text, SAID, SAID + FRESH + timedelta(days=1)) is None
    assert wait_in(text, None, SAID) is not None


def test_whoever_waits_for_nothing_is_in_nobodys_way() -> None:
    assert wait_in("We have to be live before the season.", SAID, SAID) is None
