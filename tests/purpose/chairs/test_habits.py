"""A seller's habits: measured over their talks, and an even hand where too little is."""

from __future__ import annotations

import pytest

from tests.purpose.understood import call, ready
from tests.understand.talks import DANA, SAM, mark
from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.purpose.chairs.habits import habit_data, habits_of, measures_needed
from theirside.understand.talk import Talk

OPEN, CLOSED = "How do you plan the rounds?", "Do you have a wall for it?"
TELLS = "We have forty modules for that."


def figure(measure: str, value: float | None) -> Figure:
    return Figure(measure, value, "share", 29, 100)


def talks(asking: int, doubled: int, telling: int) -> list[Talk]:
    """Return talks of one turn of ours each: asking once, asking twice, telling."""
    made = []
    for number, text in enumerate(
        [OPEN] * asking + [f"{OPEN} {CLOSED}"] * doubled + [TELLS] * telling
    ):
        one = call(f"c{number}", (SAM, text), (DANA, "Mm."))
        marks = [
            mark(one, words, label)
            for words, label in ((OPEN, "question.open"), (CLOSED, "question.closed"))
            if words in text
        ]
        made.append(ready(one, *marks))
    return made


def test_a_measured_habit_is_told_with_its_share() -> None:
    found = {each.kind.id: each for each in habits_of([figure("talk_share", 0.71)], [])}
    talk = found["talks"]
    assert (talk.share, talk.count, talk.of, talk.measured) == (0.71, 29, 100, True)
    assert talk.says == "has 71 % of the words"


def test_where_too_little_is_measured_an_even_hand_is_played_and_it_is_said() -> None:
    found = {each.kind.id: each for each in habits_of([figure("talk_share", None)], [])}
    assert [(found["talks"].share, found["talks"].measured)] == [(0.5, False)]
    assert (found["presses"].share, found["presses"].measured) == (0.0, False)
    assert not any(each.measured for each in found.values())


def test_what_no_measure_tells_is_counted_turn_by_turn() -> None:
    """12 turns of which 8 ask, of those 2 twice: too few turns that ask for the second."""
    found = {each.kind.id: each for each in habits_of([], talks(6, 2, 4))}
    assert (found["asks"].count, found["asks"].of, found["asks"].measured) == (8, 12, True)
    assert found["asks"].share == pytest.approx(8 / 12)
    assert (found["doubles"].count, found["doubles"].of) == (2, 8)
    assert (found["doubles"].share, found["doubles"].measured) == (0.0, False)


def test_pressing_is_heard_by_the_same_ears() -> None:
    pressing = [
        ready(call(f"p{n}", (SAM, "The offer ends tonight, you know."), (DANA, "Mm.")))
        for n in range(3)
    ]
    found = {each.kind.id: each for each in habits_of([], [*talks(0, 0, 9), *pressing])}
    assert (found["presses"].count, found["presses"].of) == (3, 12)
    assert found["presses"].share == 0.25


def test_the_data_names_measures_that_there_are_and_phrases_for_every_kind_of_line() -> None:
    assert set(measures_needed()) <= set(measures())
    for each in habit_data().kinds:
        assert bool(each.measure) != bool(each.counted), each.id
        assert "{value}" in each.says, each.id
        assert each.why, each.id
    assert {"hello", "acknowledge", "open", "closed", "about_us", "about_them", "answer"} <= set(
        habit_data().phrases
    )
