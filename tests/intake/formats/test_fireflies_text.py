"""Fireflies' text and its like: the heading of a turn has the name and the time."""

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
from theirside.intake.formats import fireflies_text


def test_turns_have_name_time_and_all_their_lines() -> None:
    (talk,), _ = read_file(fireflies_text, FIXTURES / "fireflies.txt")
    assert talk.subject == "Quarterly review with Larkspur"
    assert talk.started_at is not None
    assert talk.started_at.isoformat() == "2026-01-27T14:00:00+00:00"
    assert said(talk)[1] == (
        "Priya Raman",
        "The board wants one number. Tomas - who runs the plant - wants none.",
    )
    assert [turn.start for turn in talk.turns] == [2, 5, 16]


@pytest.mark.parametrize(
    "heading",
    ["{} - 00:12", "{} – 0:12", "{} [00:12]", "{} (00:00:12):", "[00:12] {}", "00:12 - {}",
     "**{} - 00:12**"],
)  # fmt: skip
def test_headings_are_read_in_the_forms_tools_write(heading: str) -> None:
    text = "\n".join(
        [heading.format("Dana W"), "Hello.", heading.format("Bo Li"), "Meet me at 10:30"]
    )
    assert score(fireflies_text, text) > 0.5
    talk = read_one(fireflies_text, text)
    assert said(talk) == [("Dana W", "Hello."), ("Bo Li", "Meet me at 10:30")]
    assert {turn.start for turn in talk.turns} == {12}


def test_headings_without_words_are_skipped() -> None:
    found, report = read_text(fireflies_text, "Dana - 0:01\nBo - 0:02\n")
    assert found == []
    assert report.reasons() == {"no words in it": 1}


def test_prose_is_no_transcript() -> None:
    assert score(fireflies_text, "Lunch - 12:30\nTalk about the plan.\nThen we go.\n") == 0
    assert score(fireflies_text, "Dana: Hello.\nBo: Hi.\n" * 5) == 0


LINES = st.sampled_from(
    ["", "Dana - 0:01", "[0:01] Bo", "Bo (0:02):", "text - 1", "- 0:0", "(1:00)"]
)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.lists(LINES, max_size=30).map("\n".join), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(fireflies_text, data)
