"""Promises of ours that nothing shows to have been kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.care.pushback.pushing import marked, place
from tests.understand.talks import DANA, SAM, day
from theirside.care.owed import Owed, owed_in
from theirside.conversation import Conversation
from theirside.understand.people import people_in
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person, Promise, Understanding

WORDS = "I'll send you the price list for the small ovens."


def promise(due: date | None = date(2026, 1, 5), by_us: bool = True, words: str = WORDS) -> Promise:
    return Promise(words, by_us, due, (place(words),), day(1))


def owed(later: str = "", given: Promise | None = None) -> list[Owed]:
    given = given or promise()
    talks: list[Conversation] = [marked((SAM, given.text), at=1)[0]]
    if later:
        talks.append(marked((DANA, "Hello."), (SAM, later), key="b", at=7)[0])
    people = people_in(talks)
    bare = Understanding(Person("d", ("Dana",)), 1, None, None, (), (), (), promises=(given,))
    return list(owed_in(bare, [Talk.of(each, [], people) for each in talks]))


def test_it_is_open_from_the_day_after_it_was_due() -> None:
    [found] = owed()
    assert not found.is_open(day(5))
    assert found.is_open(day(6))


@pytest.mark.parametrize(
    "later",
    [
        "The price list of the small ovens is in this mail.",
        "As promised, the list.",
        "Attached you find the ovens.",
        "I owed you a list, and I'm late.",
    ],
)
def test_whatever_looks_like_keeping_it_counts_from_then_on(later: str) -> None:
    [found] = owed(later)
    assert found.is_open(day(6))
    assert not found.is_open(day(8))


@pytest.mark.parametrize("later", ["As promised, the photos.", "How was the summer?"])
def test_something_else_does_not(later: str) -> None:
    [found] = owed(later)
    assert found.is_open(day(8))


def test_it_is_not_open_before_it_was_made_or_when_no_time_is_known() -> None:
    [found] = owed()
    assert not found.is_open(None)
    assert not replace(found, made=day(9).timestamp()).is_open(day(8))


@pytest.mark.parametrize(
    "given",
    [promise(due=None), promise(by_us=False), promise(words="You'll have it.")],
    ids=["no day", "theirs", "nothing to recognise it by"],
)
def test_what_cannot_be_told_is_left_out(given: Promise) -> None:
    assert owed(given=given) == []
