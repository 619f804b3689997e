"""What chats share: where a conversation ends, and ids that stay the same."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Channel, Conversation, Speaker, Turn
from theirside.intake.chat import (
    SILENCE,
    TurnIds,
    conversations,
    digest,
    is_notetaker,
    phone_number,
    stretches,
)

START = datetime(2025, 1, 6, 9, tzinfo=UTC)
BLANK = Conversation("", Channel.CHAT, (), subject="#orders", format="chat")


def turn(hours: float | None, text: str = "hi") -> Turn:
    at = None if hours is None else START + timedelta(hours=hours)
    return Turn(digest(hours, text), Speaker("Dana"), text, at)


def test_more_than_the_silence_cuts_and_exactly_that_does_not() -> None:
    turns = [turn(0), turn(12), turn(24.1), turn(None), turn(25)]
    assert [len(stretch) for stretch in stretches(turns)] == [2, 3]


def test_turns_without_times_stay_together() -> None:
    assert [len(stretch) for stretch in stretches([turn(None), turn(None), turn(90)])] == [3]


@given(st.lists(st.floats(0, 200), min_size=1).map(sorted), st.data())
def test_a_longer_export_only_extends(hours: list[float], data: st.DataObject) -> None:
    length = data.draw(st.integers(1, len(hours)))
    turns = [turn(hour, f"{place}") for place, hour in enumerate(hours)]
    early = list(conversations(turns[:length], "orders", BLANK))
    late = list(conversations(turns, "orders", BLANK))
    assert [talk.id for talk in late[: len(early)]] == [talk.id for talk in early]
    assert late[: len(early) - 1] == early[:-1]
    extended = late[len(early) - 1]
    assert extended.turns[: len(early[-1].turns)] == early[-1].turns
    assert [one for talk in late for one in talk.turns] == turns
    for talk in late:
        times = [one.at for one in talk.turns if one.at is not None]
        assert all(b - a <= SILENCE for a, b in itertools.pairwise(times))


def test_a_conversation_takes_what_the_channel_says() -> None:
    (talk,) = conversations([turn(0)], "orders", BLANK)
    assert (talk.subject, talk.format, talk.started_at) == ("#orders", "chat", START)


def test_channels_with_the_same_first_message_differ() -> None:
    first, second = (next(conversations([turn(0)], name, BLANK)) for name in ("a", "b"))
    assert first.id != second.id


def test_turns_with_the_same_id_get_numbers() -> None:
    (talk,) = conversations([turn(0), turn(0), turn(0)], "a", BLANK)
    first = talk.turns[0].id
    assert [one.id for one in talk.turns] == [first, f"{first}-2", f"{first}-3"]


def test_ids_tell_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert len(digest("a", 1)) == 20
    ids = TurnIds()
    assert ids.of("x") == digest("x")
    assert ids.of("x") == digest("x") + "-2"


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("Fireflies.ai Notetaker Dana", True),
        ("read.ai meeting notes", True),
        ("Otter.ai", True),
        ("Dana's Note Taker", False),
        ("Dana Otter", False),
        ("Notetaker", True),
    ],
)
def test_note_taking_services_are_told_by_name(name: str, service: bool) -> None:
    assert is_notetaker(name) is service


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+49 (151) 555-01", "+4915155501"),
        ("(+49) 1", "+491"),
        ("0151/55", "015155"),
        ("call +1", "1"),
    ],
)
def test_phone_numbers_are_digits(text: str, number: str) -> None:
    assert phone_number(text) == number
