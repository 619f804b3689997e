"""Plain lines: names before a colon, times in all their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.labelled import is_transcript, labelled


def cues(*lines: str) -> list[tuple[str, str, float | None]]:
    return [
        (cue.speaker.name if cue.speaker else "", cue.text, cue.start)
        for cue in labelled(lines).cues
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[0:12] Dana: Hi.",
        "(00:12) Dana: Hi.",
        "[00:12 - 00:15] Dana: Hi.",
        "[00:00:12.00 --> 00:00:15.00] Dana: Hi.",
        "[00:00:12 → 00:00:15] **Dana:** Hi.",
        "0:12 Dana: Hi.",
        "00:00:12 | Dana: Hi.",
        "Dana (0:12): Hi.",
        "Dana [0:12]: Hi.",
        "**Dana** (0:12): Hi.",
        "**Dana (0:12)**: Hi.",
        "- **Dana:** [0:12] Hi.",
        "__Dana__: Hi.",
    ],
)
def test_names_and_times_are_read_in_every_writing(line: str) -> None:
    ((name, text, start),) = cues(line)
    assert (name, text.removeprefix("[0:12] ")) == ("Dana", "Hi.")
    assert start == (12 if "**Dana:** [" not in line and "__" not in line else None)


def test_a_time_on_its_own_is_the_time_of_the_next_line() -> None:
    assert cues("00:00:05", "Dana: Hi.", "Bo: Yes.", "[0:09]", "Dana: So.") == [
        ("Dana", "Hi.", 5),
        ("Bo", "Yes.", None),
        ("Dana", "So.", 9),
    ]


def test_times_in_talk_stay_talk() -> None:
    assert cues("Dana: Hi.", "10:30 works for me", "Bo: 9:15 is better") == [
        ("Dana", "Hi.", None),
        ("", "10:30 works for me", None),
        ("Bo", "9:15 is better", None),
    ]


def test_questions_and_answers_are_speakers() -> None:
    lines = ["Q: Why?", "A: Because.", "Q: And then?", "A: Nothing."]
    assert [name for name, _, _ in cues(*lines)] == ["Q", "A", "Q", "A"]
    assert is_transcript(labelled(lines))


def test_a_list_of_fields_is_no_transcript() -> None:
    assert not is_transcript(labelled(["Owner: Dana", "Due: Friday", "Status: open"] * 3))
    assert not is_transcript(labelled(["Dana: Hi."]))
    assert not is_transcript(labelled(["words"] * 40 + ["Dana: a", "Bo: b"]))


@given(st.lists(st.text("Dana: Bo[0:12]()*.\n", max_size=20), max_size=10))
def test_every_line_is_above_or_said_or_a_time(lines: list[str]) -> None:
    found = labelled(lines)
    assert len(found.above) + len(found.cues) <= len(lines)
