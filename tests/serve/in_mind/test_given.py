"""Never twice to one person, never too often, never the same to everybody."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from theirside.intake.shelf.thing import ThingKind
from theirside.serve.in_mind.given import (
    Answer,
    Answered,
    last_given,
    may_be_given,
    too_soon_until,
)
from theirside.serve.in_mind.pace import pace_of

PACE = pace_of("days_between: 20\ndays_held_back: 10\nmost_people: 2\n", "x")
DAY = date(2026, 3, 1)


def given(person: str, thing: str, day: int, answer: Answer = Answer.GIVEN) -> Answered:
    at = datetime(2026, 3, day, 9, tzinfo=UTC)
    return Answered(person, thing, thing, ThingKind.NOTE, answer, at)


def on(day: int) -> date:
    return DAY + timedelta(days=day - 1)


def test_a_thing_is_never_given_twice_to_one_person() -> None:
    assert not may_be_given("bees", "dana", [given("dana", "bees", 1)], on(400), PACE)
    assert may_be_given("wool", "dana", [given("dana", "bees", 1)], on(400), PACE)


def test_what_is_nothing_for_somebody_stays_so_and_only_for_them() -> None:
    never = [given("dana", "bees", 1, Answer.NEVER)]
    assert not may_be_given("bees", "dana", never, on(400), PACE)
    assert may_be_given("bees", "ben", never, on(1), PACE)


def test_what_one_was_given_is_held_back_from_others_for_a_while() -> None:
    one = [given("dana", "bees", 1)]
    assert not may_be_given("bees", "ben", one, on(10), PACE)
    assert may_be_given("bees", "ben", one, on(11), PACE)


def test_only_so_many_people_ever_get_the_same_thing() -> None:
    two = [given("dana", "bees", 1), given("ben", "bees", 12)]
    assert not may_be_given("bees", "ana", two, on(400), PACE)


def test_between_two_gifts_to_one_person_there_is_time() -> None:
    answered = [given("dana", "bees", 1), given("dana", "wool", 9, Answer.NEVER)]
    assert too_soon_until("dana", answered, on(20), PACE) == on(21)
    assert too_soon_until("dana", answered, on(21), PACE) is None
    assert too_soon_until("ben", answered, on(2), PACE) is None


def test_the_last_gift_is_the_newest_and_no_refusal() -> None:
    answered = [
        given("dana", "wool", 5),
        given("dana", "bees", 2),
        given("dana", "x", 9, Answer.NEVER),
    ]
    last = last_given("dana", answered)
    assert last is not None
    assert (last.thing, last.is_given) == ("wool", True)
    assert last_given("ben", answered) is None
