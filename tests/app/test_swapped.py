"""The line that says that two sides look swapped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reader.fake_encoder import FakeEncoder
from tests.reader.test_roles import ENCODER, exchanged
from theirside.app import swapped
from theirside.app.swapped import swapped_note
from theirside.conversation import Side
from theirside.reader.roles import Swapped


def test_it_names_the_file_the_speakers_and_the_command() -> None:
    talk = replace(exchanged(), id="c 1", source="calls.zip!in/call.vtt")
    assert swapped_note(talk, ENCODER) == (
        "In call.vtt the two speakers look swapped: “Agent” talks like the customer and "
        "“Customer” like the seller. If so, set it with "
        "`theirside sides 'c 1' --ours Customer --theirs Agent`"
    )


def test_what_is_not_stored_is_to_be_added_first() -> None:
    assert "If so, add it and set it with `" in swapped_note(exchanged(), ENCODER, stored=False)


def test_nothing_is_said_where_nothing_is_swapped() -> None:
    assert swapped_note(exchanged(), FakeEncoder({"facet.goal": {}})) == ""


def test_a_stored_talk_is_looked_at_once_as_long_as_it_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []

    def look() -> FakeEncoder:
        looked.append("once")
        return ENCODER

    monkeypatch.setattr(swapped, "default_encoder", look)
    talk = replace(exchanged(), id="looked at once")

    first, again = swapped.swapped_in(talk), swapped.swapped_in(talk)

    assert first == again == Swapped("Agent", "Customer")
    swapped.swapped_in(replace(talk, turns=talk.turns[:-1]))
    assert looked == ["once", "once"]


def test_who_seems_to_sell_is_asked_only_where_two_are_unknown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(swapped, "default_encoder", lambda: ENCODER)
    talk = exchanged()
    unknown = [
        replace(each, speaker=replace(each.speaker, side=Side.UNKNOWN)) for each in talk.turns
    ]

    assert swapped.seems_to_sell(talk) == ""
    assert swapped.seems_to_sell(replace(talk, turns=tuple(unknown))) == "Customer"
