"""The played seller: habits come as often as they were measured, lines are the seller's own."""

from __future__ import annotations

import pytest

from tests.understand.talks import SAM, talk
from theirside.evidence import Annotation, Quote, quote
from theirside.purpose.chairs.habits import Habit, habit_data
from theirside.purpose.chairs.selling import Seller, SellerState, open_talk, sell

WORRIED = "I am worried about the night shift, honestly."
ASKED = "How long does the battery of the scanner last?"


def habits(**shares: float) -> list[Habit]:
    return [
        Habit(each, shares.get(each.id, 0.0), 1, 2, measured=True) for each in habit_data().kinds
    ]


def quotes(key: str, *texts: str) -> tuple[Quote, ...]:
    made = talk(key, *((SAM, text) for text in texts))
    return tuple(quote(made, n, 0, len(text)) for n, text in enumerate(texts))


def seller(
    lines: dict[str, tuple[Quote, ...]], near: tuple[str, ...] = (), **shares: float
) -> Seller:
    return Seller.of(habits(**shares), lines, 1, near)


def marks(text: str, *labels: str) -> list[Annotation]:
    return [Annotation(0, 0, len(text), each, 0.9, "t") for each in labels]


def did(habit: str, share: float, times: int) -> int:
    """Return how often a habit did something, of so many occasions."""
    made = Seller.of(habits(**{habit: share}), {}, 1)
    state, count = open_talk(made).state, 0
    for _ in range(times):
        sold = sell(made, state, WORRIED, marks(WORRIED, "feeling.worried"))
        state = sold.state
        count += sum(each.did for each in sold.played if each.habit == habit)
    return count


@pytest.mark.parametrize(("share", "at_least"), [(0.0, 0), (0.29, 5), (0.5, 10), (1.0, 20)])
def test_a_habit_comes_as_often_as_it_was_measured(share: float, at_least: int) -> None:
    """Of 20 feelings 0, 5 or 6, 10, 20: the share is carried, not drawn."""
    assert did("feelings", share, 20) in {at_least, at_least + (0 < share < 1)}


def test_own_lines_come_before_phrases_and_none_twice() -> None:
    own = quotes("own", "What would a quiet night be for you?", "How was the last winter?")
    made = seller({"open": own}, asks=1.0, open=1.0)
    state, asked = open_talk(made).state, []
    for _ in range(3):
        sold = sell(made, state, "All is well.", [])
        state = sold.state
        asked.append(sold.lines[-1])
    quoted = [each.text for each in asked if each.quote is not None]
    assert len(quoted) == len(set(quoted))
    assert set(quoted) <= {each.text for each in own}
    assert asked[-1].phrase == "open"


def test_a_line_that_speaks_of_them_was_said_to_them_or_has_their_words() -> None:
    far = quotes("far", "You stood there with empty hands.")
    close = quotes("near", "You stood there with empty boxes.")
    told = sell(seller({"acknowledge": far}, feelings=1.0), _begun(), WORRIED, _worry()).lines
    assert told[0].phrase == "acknowledge"
    told = sell(
        seller({"acknowledge": (*far, *close)}, ("near",), feelings=1.0),
        _begun(),
        WORRIED,
        _worry(),
    ).lines
    assert told[0].text == "You stood there with empty boxes."
    shared = quotes("far", "The night shift would worry me, too.")
    told = sell(seller({"acknowledge": shared}, feelings=1.0), _begun(), WORRIED, _worry()).lines
    assert told[0].quote == shared[0]


def test_an_answer_has_two_words_of_the_question_or_is_a_frank_not_yet() -> None:
    fits = quotes("a", "The battery of the scanner holds two shifts.")
    told = sell(seller({"answer": fits}, answers=1.0), _begun(), ASKED, []).lines
    assert told[0].quote == fits[0]
    other = quotes("a", "The scanner has a red light.")
    told = sell(seller({"answer": other}, answers=1.0), _begun(), ASKED, []).lines
    assert told[0].phrase == "answer"


def test_who_does_not_answer_goes_on_with_something_else() -> None:
    fits = quotes("a", "The battery of the scanner holds two shifts.")
    sold = sell(seller({"answer": fits}, answers=0.0), _begun(), ASKED, [])
    assert fits[0] not in [each.quote for each in sold.lines]
    assert ("answers", False) in [(each.habit, each.did) for each in sold.played]


def test_without_words_for_it_nobody_is_pressed() -> None:
    sold = sell(seller({}, presses=1.0), _begun(), WORRIED, [])
    assert "presses" not in [each.habit for each in sold.played]
    line = quotes("p", "The offer ends tonight.")
    sold = sell(seller({"press": line}, presses=1.0), _begun(), WORRIED, [])
    assert sold.lines[0].quote == line[0]


def test_the_share_of_the_words_is_reached_as_far_as_there_are_lines() -> None:
    """75 % of the words against 8 of theirs: 24 of ours, three lines of eight words."""
    line = "We make {} kinds of scanners for ships."
    own = quotes("us", *(line.format(n) for n in ("two", "six", "ten", "nine", "five")))
    state = SellerState(dict.fromkeys((each.id for each in habit_data().kinds), 0.0))
    sold = sell(seller({"about_us": own}, talks=0.75), state, WORRIED, [])
    assert (sold.state.theirs, sold.state.ours, len(sold.lines)) == (8, 24, 3)


def test_an_ended_talk_and_an_empty_reply_are_refused() -> None:
    made = seller({})
    with pytest.raises(ValueError, match="words"):
        sell(made, _begun(), " ", [])
    ended = SellerState({}, end="left")
    with pytest.raises(ValueError, match="ended"):
        sell(made, ended, "Hello.", [])


def _begun() -> SellerState:
    return SellerState({each.id: 0.0 for each in habit_data().kinds})


def _worry() -> list[Annotation]:
    return marks(WORRIED, "feeling.worried")
