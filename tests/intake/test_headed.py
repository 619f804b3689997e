"""Headings of turns: one shape a file, and sentences that look like another are talk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Speaker
from theirside.intake.headed import Shape, headed


@pytest.mark.parametrize(
    ("heading", "shape"),
    [
        ("Dana W  0:12", Shape.WIDE),
        ("Dana W\t00:00:12", Shape.WIDE),
        ("Dana W - 00:12", Shape.DASH),
        ("Dana W (0:12):", Shape.BRACKETS),
        ("[0:12] Dana W", Shape.FIRST),
        ("0:12 – Dana W:", Shape.FIRST),
        ("Dana W 0:12", Shape.NARROW),
        ("Dana W 0:0:12.0 --> 0:0:13.5", Shape.ARROW),
    ],
)
def test_each_shape_gives_name_time_and_words(heading: str, shape: Shape) -> None:
    found = headed(["Title", heading, "Hello", "there."])
    assert (found.shape, found.headings, found.above) == (shape, 1, ("Title",))
    assert [(cue.speaker, cue.text, cue.start) for cue in found.cues] == [
        (Speaker("Dana W"), "Hello", 12),
        (Speaker("Dana W"), "there.", 12),
    ]


def test_the_most_frequent_shape_is_the_files_shape() -> None:
    found = headed(["Dana  0:01", "Train 7 - 10:30", "Bo  0:02", "12:30", "we said"])
    assert found.shape is Shape.WIDE
    assert [cue.text for cue in found.cues] == ["Train 7 - 10:30", "12:30", "we said"]


def test_only_the_asked_shapes_are_headings() -> None:
    assert headed(["Dana  0:01", "Hi"], (Shape.DASH,)).shape is None
    assert headed([]).cues == ()


@pytest.mark.parametrize(
    "line",
    ["see you at 10:30", "So: 10:30", "Really?  10:30", "https://x.example  1:00", "x 1:2:3:4"],
)
def test_sentences_are_no_headings(line: str) -> None:
    assert headed([line, "words"]).shape is None


def test_what_the_tool_says_of_itself_is_no_talk() -> None:
    found = headed(["Dana   0:01", "Hi", "Bo Li started transcription", "",
                    "Transcribed by https://otter.ai"])  # fmt: skip
    assert [cue.text for cue in found.cues] == ["Hi"]


@given(st.lists(st.text("Dana 0:12-[]()\t>.", max_size=20), max_size=10))
def test_every_line_is_above_a_heading_or_said(lines: list[str]) -> None:
    found = headed(lines)
    assert len(found.above) + found.headings + len(found.cues) <= len(lines)
    assert all(cue.text.strip() for cue in found.cues)
