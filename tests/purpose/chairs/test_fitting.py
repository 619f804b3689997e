"""What fits a question, what is trusted, and what comes next."""

from __future__ import annotations

from dataclasses import replace

from tests.purpose.chairs.people import BOAT, FEAR, HABIT, PAIN, STAKE, dana
from theirside.purpose.chairs.fitting import (
    asks_on,
    facets_asked,
    fitting,
    goes_on,
    next_deeper,
    trusted,
)
from theirside.purpose.chairs.state import State


def texts(question: str) -> list[str]:
    return [each.text for each in fitting(dana(), question)]


def test_a_question_is_answered_by_its_subject_before_its_words() -> None:
    assert texts("How do you go about it today?") == [HABIT]
    assert texts("What goes wrong with the wall?")[0] == PAIN
    assert texts("Tell me of the old boat.") == [BOAT]
    assert texts("Who decides?") == []


def test_common_words_do_not_make_a_thing_fit() -> None:
    assert texts("Do you have time every morning this week?") == []


def test_the_particular_subject_comes_first() -> None:
    assert facets_asked("Who decides how you do it today?")[0] == "decider"
    assert facets_asked("Tell me more.") == []
    assert asks_on("Tell me more.")
    assert not asks_on("Who decides?")


def test_what_takes_more_trust_than_there_is_is_not_told() -> None:
    items = [each for each in dana().items if each.text != BOAT]
    assert [e.text for e in trusted(items, State(3, 6))] == [HABIT]
    assert [e.text for e in trusted(items, State(6, 6))] == [HABIT, PAIN, STAKE]
    told = State(7, 6, told=(items[0].id,))
    assert [e.text for e in trusted(items, told)] == [PAIN, STAKE, FEAR]


def test_the_next_thing_is_one_rung_down_and_never_what_only_asking_brings() -> None:
    made = dana()
    by_text = {each.text: each for each in made.items}
    state = State(9, 6)
    assert next_deeper(made, state, "") == by_text[HABIT]
    state = replace(state, told=(by_text[HABIT].id,))
    assert next_deeper(made, state, "") == by_text[PAIN]
    state = replace(state, told=tuple(by_text[each].id for each in (HABIT, PAIN, STAKE, FEAR)))
    assert next_deeper(made, state, "") is None


def test_going_on_is_what_was_said_nearest_by() -> None:
    made = dana()
    by_text = {each.text: each for each in made.items}
    pain = by_text[PAIN]
    state = State(6, 6, told=(by_text[HABIT].id, pain.id), last=pain.id)
    assert goes_on(made, state, "") == by_text[STAKE]
