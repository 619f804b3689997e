"""The line that says that two sides look swapped."""

from __future__ import annotations

from dataclasses import replace

from tests.reader.fake_encoder import FakeEncoder
from tests.reader.test_roles import ENCODER, exchanged
from theirside.app.swapped import swapped_note


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
