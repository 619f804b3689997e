"""What to be careful about: newest tastes, irritants, the last feeling, pushback left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.purpose.understood import known
from tests.understand.talks import DANA, SAM, day, observed, quoted, talk
from theirside.purpose.caring import careful_about, is_taken_up
from theirside.purpose.wants import CareKind
from theirside.understand.understanding import Pushback

PUSHED = "That is too dear for three pools."


def pushback(answer: str = "", number: int = 20) -> Pushback:
    turns = [(DANA, PUSHED)] + ([(SAM, answer)] if answer else [])
    made = talk("p", *turns, at=day(number))
    quotes = (quoted(made, answer),) if answer else ()
    return Pushback("price", (quoted(made, PUSHED),), quotes, day(number))


def test_the_newest_of_each_are_shown_and_only_so_many() -> None:
    tastes = tuple(observed("taste", f"Mail me on day {n}.", n) for n in range(1, 6))
    irritants = tuple(observed("irritant", f"No calls at {n}.", n) for n in range(6, 10))
    found = careful_about(known(observations=(*tastes, *irritants)))
    assert [each.words for each in found] == [
        "Mail me on day 5.",
        "Mail me on day 4.",
        "Mail me on day 3.",
        "No calls at 9.",
        "No calls at 8.",
    ]


def test_only_the_last_feeling_counts_and_not_one_of_long_ago() -> None:
    felt = (observed("feeling", "I was happy.", 1), observed("feeling", "I'm worried.", 20))
    found = careful_about(known(observations=felt, last_at=day(30)))
    assert [(each.kind, each.words) for each in found] == [(CareKind.FEELING, "I'm worried.")]
    assert careful_about(known(observations=felt, last_at=day(221))) == []
    assert careful_about(known(observations=felt, last_at=day(220)))


def test_what_they_tell_of_another_is_not_theirs() -> None:
    of_her = replace(observed("taste", "Don't show her screens."), holder="her")
    assert careful_about(known(observations=(of_her,))) == []


def test_a_pushback_that_we_left_alone_stands_there_with_its_kind() -> None:
    [care] = careful_about(known(pushback=(pushback(),)))
    assert (care.kind, care.words, care.note) == (CareKind.PUSHBACK, PUSHED, "price")
    assert careful_about(known(pushback=(pushback("I understand, it is a lot."),))) == []


@pytest.mark.parametrize(
    "answer",
    ["I understand.", "What would be right for you?", "For three pools it comes to less."],
)
def test_a_pushback_is_taken_up_by_understanding_asking_or_coming_back_to_it(answer: str) -> None:
    assert is_taken_up(pushback(answer))


def test_going_on_to_something_else_takes_up_nothing() -> None:
    assert not is_taken_up(pushback("The app runs on every phone."))
    assert not is_taken_up(pushback())
