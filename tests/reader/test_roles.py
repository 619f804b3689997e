"""Who sells, by what the sentences weigh; better unknown than wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.fake_encoder import FakeEncoder
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.reader.roles import (
    LIMITS,
    OUTPUT,
    Role,
    Swapped,
    decided,
    logits_of,
    roles,
    seller_of,
    swapped,
)

SELLING = "We can set that up for you."
BUYING = "I need to ask my boss first."
NEITHER = "The weather is rather fine today."
ENCODER = FakeEncoder({OUTPUT: {"set that up": 2.0, "my boss": -2.0}}, low=0.0)
OURS, THEIRS, UNKNOWN = Side.OURS, Side.THEIRS, Side.UNKNOWN


def call(*said: tuple[str, Side, str], times: int = 5) -> Conversation:
    turns = [
        Turn(f"{again}.{number}", Speaker(name, side=side), text)
        for again in range(times)
        for number, (name, side, text) in enumerate(said)
    ]
    return Conversation("call-1", Channel.CALL, tuple(turns), source="call.vtt")


def exchanged(times: int = 5) -> Conversation:
    return call(("Agent", OURS, BUYING), ("Customer", THEIRS, SELLING), times=times)


def test_two_who_talk_clearly_are_told_apart() -> None:
    assert decided({"a": [2.0] * 5, "b": [-2.0] * 5}) == {"a": Role.SELLER, "b": Role.CUSTOMER}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([2.0] * 3, [-2.0] * 3),  # too few sentences
        ([0.1] * 30, [-0.1] * 30),  # hardly any difference
        ([0.5] * 5, [-0.5] * 5),  # too little evidence
        ([2.0] * 9, [1.9] * 9),  # both talk like sellers
        ([9.0, *[0.0] * 8], [-9.0, *[0.0] * 8]),  # a single sentence says it all
        ([], []),
    ],
)
def test_where_it_is_not_clear_both_are_unknown(a: list[float], b: list[float]) -> None:
    assert set(decided({"a": a, "b": b}).values()) == {Role.UNKNOWN}


def test_one_may_be_clear_beside_another_who_is_not() -> None:
    found = decided({"a": [2.0] * 9, "b": [0.3, -0.3] * 5})
    assert found == {"a": Role.SELLER, "b": Role.UNKNOWN}


def test_nobody_is_decided_beside_somebody_who_hardly_speaks() -> None:
    assert decided({"a": [2.0] * 9, "b": [-2.0]})["a"] is Role.UNKNOWN
    assert decided({"a": [2.0] * 9}) == {"a": Role.UNKNOWN}


def test_in_a_round_everybody_is_compared_with_the_other_side() -> None:
    found = decided({"a": [2.0] * 9, "b": [1.5] * 9, "c": [-1.0] * 9, "d": [0.1] * 9})
    assert found == {
        "a": Role.SELLER,
        "b": Role.SELLER,
        "c": Role.CUSTOMER,
        "d": Role.UNKNOWN,
    }


def test_calibration_moves_the_middle() -> None:
    limits = replace(LIMITS, offset=-3.0)
    found = decided({"a": [5.0] * 5, "b": [1.0] * 5}, limits)
    assert found == {"a": Role.SELLER, "b": Role.CUSTOMER}


LOGITS = st.lists(st.floats(-20, 20), max_size=30)


@given(LOGITS, LOGITS)
def test_the_reverse_talk_gives_the_reverse_roles(a: list[float], b: list[float]) -> None:
    straight = decided({"a": a, "b": b})
    reverse = decided({"a": [-each for each in a], "b": [-each for each in b]})
    opposite = {
        Role.SELLER: Role.CUSTOMER,
        Role.CUSTOMER: Role.SELLER,
        Role.UNKNOWN: Role.UNKNOWN,
    }
    assert {name: opposite[role] for name, role in straight.items()} == reverse


@given(LOGITS, LOGITS)
def test_two_are_never_both_the_same(a: list[float], b: list[float]) -> None:
    found = list(decided({"a": a, "b": b}).values())
    assert found[0] is not found[1] or found[0] is Role.UNKNOWN


def test_short_sentences_are_left_out_and_long_talks_are_sampled() -> None:
    talk = call(("Agent", UNKNOWN, f"Yes, right. {SELLING}"), ("Dana", UNKNOWN, BUYING), times=99)
    found = logits_of(talk, ENCODER)
    assert [len(each) for each in found.values()] == [LIMITS.most, LIMITS.most]
    assert set(found["Agent"]) == {2.0}


def test_sides_that_are_the_reverse_of_the_talk_are_reported() -> None:
    assert swapped(exchanged(), ENCODER) == Swapped(ours="Agent", theirs="Customer")


@pytest.mark.parametrize(
    "talk",
    [
        call(("Agent", OURS, SELLING), ("Customer", THEIRS, BUYING)),
        call(("Agent", OURS, NEITHER), ("Customer", THEIRS, SELLING)),
        call(("Agent", OURS, BUYING), ("Customer", UNKNOWN, SELLING)),
        call(("Agent", OURS, BUYING), ("Kim", OURS, NEITHER), ("Customer", THEIRS, SELLING)),
        call(("Agent", OURS, BUYING), ("Agent", THEIRS, SELLING)),
        call(("Agent", OURS, BUYING)),
        replace(exchanged(), channel=Channel.MAIL),
        replace(exchanged(), turns=()),
        exchanged(times=2),
    ],
)
def test_everything_else_is_not(talk: Conversation) -> None:
    assert swapped(talk, ENCODER) is None


def test_where_sides_are_known_by_none_the_seller_is_named() -> None:
    assert seller_of(call(("A", UNKNOWN, BUYING), ("B", UNKNOWN, SELLING)), ENCODER) == "B"
    assert seller_of(call(("A", UNKNOWN, NEITHER), ("B", UNKNOWN, NEITHER)), ENCODER) == ""
    assert seller_of(call(("A", UNKNOWN, BUYING), ("B", OURS, SELLING)), ENCODER) == ""


def test_a_model_that_tells_no_roles_decides_nothing() -> None:
    other = FakeEncoder({"facet.goal": {}})
    assert set(roles(exchanged(), other).values()) == {Role.UNKNOWN}
    assert other.asked == []
