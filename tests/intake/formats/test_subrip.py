"""SubRip becomes one call or meeting."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.formats.transcript_reading import (
    FIXTURES,
    read_file,
    read_one,
    read_text,
    said,
    score,
    try_to_read,
)
from theirside.intake.formats import subrip, webvtt


def test_names_wrapped_lines_and_cues_without_a_name() -> None:
    (talk,), _ = read_file(subrip, FIXTURES / "call.srt")
    assert said(talk) == [
        ("Dana Whitfield", "Is this still a good time?"),
        ("Bo Li", "It is. One thing first: who else reads this?"),
        ("Dana Whitfield", "Nobody."),
    ]
    assert [(turn.start, turn.end) for turn in talk.turns] == [(1.0, 3.5), (3.6, 8.0), (8.2, 9.0)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("1\n00:05,000 --> 00:06,000\nDana: Hi.", 5.0),  # no hours
        ("00:00:05,000 --> 00:00:06,000\nDana: Hi.", 5.0),  # no number
        ("1\n00:00:05 --> 00:00:06\nDana: Hi.", 5.0),  # no fraction
        ("1\n00:00:05,000 -> 00:00:06,000\nDana: Hi.", 5.0),  # half an arrow
        ("Made by a tool\n\n1\n00:00:05,000 --> 00:00:06,000\nDana: Hi.", 5.0),
        ("1\n0:00:05,5 --> 0:00:06,0 X1:40 X2:60\n{\\an8}Dana: <font color='red'>Hi.</font>", 5.5),
    ],
)
def test_what_tools_get_wrong_is_read_all_the_same(text: str, start: float) -> None:
    talk = read_one(subrip, text)
    assert said(talk) == [("Dana", "Hi.")]
    assert talk.turns[0].start == start


def test_blank_lines_inside_of_a_cue_cost_no_words() -> None:
    talk = read_one(
        subrip,
        "1\n00:00:01,000 --> 00:00:02,000\nDana: One\n\nNOTE two\n\n2\n"
        "00:00:03,000 --> 00:00:04,000\nDana: three\n",
    )
    assert said(talk) == [("Dana", "One NOTE two three")]


def test_diarised_labels_in_brackets_stay_placeholders() -> None:
    talk = read_one(
        subrip,
        "1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00]: Hello.\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\n[SPEAKER_01]: Hi.\n",
    )
    assert said(talk) == [("SPEAKER_00", "Hello."), ("SPEAKER_01", "Hi.")]


def test_a_file_without_words_is_skipped() -> None:
    found, report = read_text(subrip, "1\n00:00:01,000 --> 00:00:02,000\n\n")
    assert found == []
    assert report.reasons() == {"no words in it": 1}


def test_it_is_told_from_webvtt_by_its_content() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nHi"
    assert score(subrip, text) > score(webvtt, text)
    assert score(subrip, "WEBVTT\n\n" + text.replace(",", ".")) == 0
    assert score(subrip, "no arrow here") == 0


LINES = st.sampled_from(
    ["", "1", "00:00:01,000 --> 00:00:02,000", "0:0 --> 0:0", "{\\an8", "<font", "A: b", "-->"]
)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.lists(LINES, max_size=30).map("\n".join), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(subrip, data)
