"""A quote stands where it says it stands, or it is no quote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Channel, Conversation, Speaker, Turn
from theirside.evidence import quote

TALK = Conversation(
    "c1",
    Channel.CALL,
    (
        Turn("0", Speaker("Nora"), "How does a round go at the moment?"),
        Turn("1", Speaker("Sigrun"), "Three a day. The first one is mine."),
    ),
)


def test_a_quote_holds_exactly_the_characters_of_its_turn() -> None:
    found = quote(TALK, 1, 0, 12)
    assert found.text == "Three a day."
    assert found.stands_in(TALK)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Three a day!"},
        {"turn": 0},
        {"turn": 2},
        {"turn": -1},
        {"start": 1},
        {"end": 13},
        {"end": 0},
        {"conversation": "c2"},
    ],
)
def test_a_quote_that_points_elsewhere_does_not_stand(change: dict[str, object]) -> None:
    assert not replace(quote(TALK, 1, 0, 12), **change).stands_in(TALK)  # type: ignore[arg-type]


@given(st.integers(0, 1), st.data())
def test_every_span_of_a_turn_makes_a_quote_that_stands(turn: int, data: st.DataObject) -> None:
    text = TALK.turns[turn].text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert quote(TALK, turn, start, end).stands_in(TALK)
