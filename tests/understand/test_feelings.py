"""Feelings that our next words passed over."""

from __future__ import annotations

import pytest

from tests.understand.talks import DANA, SAM, day, mark, talk
from theirside.conversation import Channel, Speaker
from theirside.understand.feelings import feelings_passed_over
from theirside.understand.people import people_in
from theirside.understand.talk import Talk

WORRIED = "I'm really worried about the first week."


def passed_over(
    *turns: tuple[Speaker, str], label: str = "feeling.worried", extra: tuple[str, str] = ("", "")
) -> list[str]:
    one = talk("a", *turns, at=day(1), channel=Channel.CALL)
    people = people_in([one])
    marks = [mark(one, turns[0][1], label)]
    if extra[0]:
        marks.append(mark(one, *extra))
    ready = Talk.of(one, marks, people)
    return [quote.text for quote in feelings_passed_over(ready, people.persons[0].id)]


@pytest.mark.parametrize("label", ["feeling.worried", "facet.feeling"])
def test_going_straight_on_passes_it_over(label: str) -> None:
    found = passed_over((DANA, WORRIED), (SAM, "The set-up costs 2,400."), label=label)

    assert found == [WORRIED]


@pytest.mark.parametrize(
    "reply",
    [
        "I can imagine. What would help?",
        "That sounds hard.",
        "I'm sorry to hear that.",
        "What about the first week troubles you?",
    ],
)
def test_taking_it_up_does_not(reply: str) -> None:
    assert passed_over((DANA, WORRIED), (SAM, reply)) == []


def test_the_readers_word_for_it_counts_too() -> None:
    reply = "So it is the start that keeps you awake."
    turns = ((DANA, WORRIED), (SAM, reply))

    assert passed_over(*turns) == [WORRIED]
    assert passed_over(*turns, extra=(reply, "reflection.complex")) == []
    assert passed_over(*turns, extra=(reply, "acknowledge")) == []


def test_where_nobody_replied_nothing_was_passed_over() -> None:
    assert passed_over((DANA, WORRIED)) == []


@pytest.mark.parametrize(
    ("words", "label"),
    [("I'm glad that you say so.", "facet.feeling"), ("Marvellous stuff!", "feeling.pleased")],
)
def test_gladness_need_not_be_taken_up(words: str, label: str) -> None:
    assert passed_over((DANA, words), (SAM, "The set-up costs 2,400."), label=label) == []


@pytest.mark.parametrize("light", ["feeling.excited", "feeling.relieved"])
def test_a_light_feeling_read_in_other_words_need_not_either(light: str) -> None:
    words = "The whole yard came out to watch it turn."
    turns = ((DANA, words), (SAM, "The set-up costs 2,400."))

    assert passed_over(*turns, label=light, extra=(words, "facet.feeling")) == []


def test_a_weighty_one_beside_it_must() -> None:
    turns = ((DANA, WORRIED), (SAM, "The set-up costs 2,400."))

    assert passed_over(*turns, label="feeling.excited", extra=(WORRIED, "feeling.worried"))


def test_finer_emotions_alone_say_too_little() -> None:
    turns = ((DANA, WORRIED), (SAM, "The set-up costs 2,400."))

    assert passed_over(*turns, label="feeling.fear") == []


def test_not_being_glad_must() -> None:
    words = "I'm not happy with that."

    assert passed_over((DANA, words), (SAM, "The set-up costs 2,400."), label="facet.feeling")
