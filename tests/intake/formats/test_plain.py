"""Plain ``Name: text`` transcripts: speakers are found, colons in talk are not taken for them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.formats.transcript_reading import (
    FIXTURES,
    read_file,
    read_one,
    said,
    score,
    try_to_read,
)

from theirside.conversation import Channel
from theirside.intake.formats import plain


def test_lines_without_a_name_go_on_with_the_speaker_before() -> None:
    (talk,), _ = read_file(plain, FIXTURES / "plain.txt")
    assert talk.channel is Channel.CALL
    assert said(talk)[1] == (
        "Tomas Lindqvist",
        "Morning. I have twenty minutes, then the board calls.",
    )
    assert said(talk)[3] == ("Tomas Lindqvist", "Honestly: no recall. We had one in March.")


@pytest.mark.parametrize(
    "line",
    [
        "[00:12] {}: {}",
        "{} (00:12): {}",
        "00:00:12 {}: {}",
        "(0:12) {}: {}",
        "[00:00:12.0] {}: {}",
        "**{}** [0:12]: {}",
        "**{} (00:12):** {}",
        "00:12 - {}: {}",
    ],
)
def test_times_are_read_in_the_forms_people_paste(line: str) -> None:
    text = "\n".join(line.format(*pair) for pair in [("Dana W", "Hello."), ("Bo Li", "Hi.")])
    talk = read_one(plain, text)
    assert said(talk) == [("Dana W", "Hello."), ("Bo Li", "Hi.")]
    assert [turn.start for turn in talk.turns] == [12, 12]


def test_prose_is_not_a_transcript() -> None:
    prose = "Dear all,\nplease note: the office closes early.\nTime: 10:30\nBest,\nDana\n" * 3
    assert score(plain, prose) == 0


LINES = st.sampled_from(["", "A: b", "Dana W: hello", "[0:1] X: y", "**Q**: z", "x (1:02): y", ":"])


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.lists(LINES).map("\n".join), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(plain, data)
