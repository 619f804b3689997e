"""Promises that the same talk keeps, and those that are left to be kept."""

from __future__ import annotations

import pytest

from tests.understand.talks import DANA, SAM, mark, talk
from theirside.conversation import Channel
from theirside.understand.on_the_spot import is_courtesy, is_kept_at_once
from theirside.understand.people import people_in
from theirside.understand.talk import Talk


def kept(promise: str, after: str = "", channel: Channel = Channel.CALL) -> bool:
    one = talk("a", (SAM, promise), (DANA, "Fine."), (SAM, after or "So."), channel=channel)
    marked = mark(one, promise, "promise")
    return is_kept_at_once(Talk.of(one, [marked], people_in([one])), marked)


@pytest.mark.parametrize(
    "promise",
    [
        "Let me look into the two invoices.",
        "Let me quickly check the stock.",
        "I'll check that right now.",
        "I'll put you through to the workshop.",
    ],
)
def test_what_is_done_while_speaking_is_kept_at_once(promise: str) -> None:
    assert kept(promise)


@pytest.mark.parametrize(
    "promise",
    [
        "So I'll hand it over to Priya.",
        "We'll move on to the next point.",
        "I'll go through the updates.",
        "We'll give Dana some time to join.",
        "I'll ask you in a few minutes.",
        "I'll start the recording.",
        "I'll put the link in the chat.",
        "We'll keep the meeting short.",
    ],
)
@pytest.mark.parametrize("channel", [Channel.MEETING, Channel.CHAT])
def test_what_the_talk_turns_to_next_is_no_promise(promise: str, channel: Channel) -> None:
    assert kept(promise, channel=channel)
    assert not kept(promise, channel=Channel.MAIL)


@pytest.mark.parametrize(
    "promise",
    [
        "I'll give it to my boss.",
        "I'll hand it over to our lawyers.",
        "I'll mention that to Priya.",
        "I'll do the slides.",
        "I'll go through the points with my team.",
        "I'll start with the boat house.",
    ],
)
def test_what_resembles_a_move_of_the_talk_and_is_none_stays_a_promise(promise: str) -> None:
    assert not kept(promise)


@pytest.mark.parametrize(
    "promise",
    [
        "Let me check and call you back tomorrow.",
        "Let me check with our fitters.",
        "Let me find out and come back to you.",
        "I'll send you the drawings.",
        "I'll check the boiler once the parts are here.",
    ],
)
def test_what_is_left_for_later_is_a_promise(promise: str) -> None:
    assert not kept(promise)


def test_what_is_told_as_done_in_the_call_is_kept() -> None:
    assert kept("I'll book the fitting for you.", "So, I've booked it.")
    assert kept("I'm going to update your address.", "I have now updated the address.")
    assert not kept("I'll send you the drawings.", "I've sent the invoice to Priya.")


def test_in_writing_it_counts_only_with_what_was_found() -> None:
    words = "Let me check the stock."

    assert not kept(words, channel=Channel.MAIL)
    assert not kept(words, channel=Channel.CHAT)
    assert kept(words, "Thanks for waiting. It looks like two are left.", Channel.CHAT)


@pytest.mark.parametrize(
    ("before", "courtesy"),
    [
        ("Don't hesitate to ring us about the boat.", True),
        ("Have a lovely weekend!", True),
        ("Please bring the key for the boat house on Sunday.", False),
        ("Feel free to ask. Will you tell your brother?", False),
    ],
)
def test_will_do_promises_something_only_where_something_was_asked(
    before: str, courtesy: bool
) -> None:
    one = talk("a", (SAM, before), (DANA, "Will do!"), channel=Channel.CALL)
    marked = mark(one, "Will do!", "promise")

    assert is_courtesy(Talk.of(one, [marked], people_in([one])), marked) is courtesy
