"""Otter's text, and the same shape out of Teams."""

from __future__ import annotations

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
from theirside.intake.formats import otter, plain


def test_title_date_and_turns_are_read_and_the_summary_is_no_talk() -> None:
    (talk,), report = read_file(otter, FIXTURES / "otter.txt")
    assert talk.subject == "Kickoff with Larkspur Foods"
    assert talk.started_at is not None
    assert talk.started_at.isoformat() == "2026-01-05T10:02:00+00:00"
    assert talk.channel is Channel.MEETING
    assert said(talk)[1:3] == [
        ("Priya Raman", "With the trucks. They leave at 10:30 and nobody knows what is on them."),
        ("Unknown Speaker", "Sorry, wrong room."),
    ]
    assert [turn.start for turn in talk.turns] == [0, 6, 35, 3757]
    assert talk.turns[-1].text == "Shall we meet again on Friday?"
    assert report.notes == [
        "otter.txt: 6 lines above the first speaker are not part of the talk",
    ]


def test_text_copied_out_of_teams_has_its_title_without_the_tools_words() -> None:
    talk = read_one(
        otter,
        "Renewal-20260615_133555-Meeting Transcript\n15 June 2026, 03:35pm\n27m 42s\n"
        "Dana Whitfield started transcription\nDana Whitfield   0:03\nHello.\n"
        "Tomas Lindqvist   0:04\nMorning.\nYes.\nDana Whitfield stopped transcription\n",
    )
    assert talk.subject == "Renewal"
    assert talk.started_at is not None
    assert talk.started_at.date().isoformat() == "2026-06-15"
    assert said(talk) == [("Dana Whitfield", "Hello."), ("Tomas Lindqvist", "Morning. Yes.")]


def test_times_alone_leave_the_speaker_unnamed() -> None:
    talk = read_one(otter, "0:01  \nApples were red.\n\n0:15  \nIt was bad.\n\n0:21  \nYes.\n")
    assert said(talk) == [
        ("(no name)", "Apples were red."),
        ("(no name)", "It was bad."),
        ("(no name)", "Yes."),
    ]


def test_prose_with_times_is_no_transcript() -> None:
    assert score(otter, "Dear Dana,\n\nsee you at 10:30\nor on 15.01.2026 14:30\nBest, Bo\n") == 0
    assert score(otter, "Dana: see you  10:30\n" * 3) == 0


def test_it_is_surer_than_the_plain_reader() -> None:
    text = (FIXTURES / "otter.txt").read_text()
    assert score(otter, text) > score(plain, text)


LINES = st.sampled_from(
    ["", "Dana  0:01", "Bo Li   1:02:03  ", "0:05", "text", "a 9:99", "Transcribed by https://otter.ai",
     "Dana 0:01", "Mon, Jan 5, 2026 10:02AM • 1:00", "x" * 200]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.lists(LINES, max_size=30).map("\n".join), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(otter, data)
