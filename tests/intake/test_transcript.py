"""Cues become turns: joined by speaker, in order, with their times and a stable id."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Channel, Speaker
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcript import (
    NO_WORDS,
    NOBODY,
    About,
    Cue,
    conversation,
    conversation_id,
    file_stem,
    in_order,
    in_seconds,
    joined,
    keep_or_skip,
    turns_of,
)

DANA, BO = Speaker("Dana Whitfield"), Speaker("Bo Li")
ABOUT = About("x", Source("calls/2026-02-17 first call.vtt", Path("x.vtt")))

cues = st.lists(
    st.builds(
        Cue,
        speaker=st.sampled_from([None, NOBODY, DANA, BO]),
        text=st.text("ab .\n\0\ud800", max_size=8),
        start=st.one_of(st.none(), st.integers(0, 90).map(float)),
        end=st.one_of(st.none(), st.integers(0, 90).map(float)),
        utterance=st.sampled_from(["", "", "u"]),
    ),
    max_size=20,
)


def test_consecutive_cues_of_one_speaker_are_one_turn() -> None:
    turns = turns_of([Cue(DANA, "a\n b", 0, 1), Cue(DANA, "c", 2, 3), Cue(BO, "d", 3, 4)])
    assert [(turn.id, turn.speaker, turn.text, turn.start, turn.end) for turn in turns] == [
        ("0", DANA, "a b c", 0, 3),
        ("1", BO, "d", 3, 4),
    ]


def test_who_is_not_named_goes_on_and_empty_cues_are_nothing() -> None:
    turns = turns_of(
        [Cue(DANA, "a"), Cue(None, "b"), Cue(BO, "  "), Cue(None, "c"), Cue(DANA, "d")]
    )
    assert [(turn.speaker, turn.text) for turn in turns] == [(DANA, "a b"), (BO, "c"), (DANA, "d")]


def test_a_piece_of_an_utterance_comes_back_to_it_across_an_interjection() -> None:
    turns = turns_of(
        [
            Cue(DANA, "I would", 0, 2, "12"),
            Cue(BO, "yes", 1, 1.5, "13"),
            Cue(DANA, "like that", 2, 4, "12"),
        ]
    )
    assert [(turn.speaker, turn.text, turn.end) for turn in turns] == [
        (DANA, "I would like that", 4),
        (BO, "yes", 1.5),
    ]


def test_unnamed_speech_is_cut_at_sentences_and_pauses_since_nobody_knows_who_spoke() -> None:
    said = [Cue(None, "We", 0, 1), Cue(None, "need it.", 1, 2), Cue(None, "When?", 2, 3),
            Cue(None, "By", 3, 4), Cue(None, "Friday", 9, 10)]  # fmt: skip
    assert [turn.text for turn in turns_of(said)] == ["We need it.", "When?", "By", "Friday"]


def test_unknown_speakers_are_not_taken_for_one_person() -> None:
    unknown = Speaker("Unknown Speaker")
    said = [Cue(unknown, "It went well.", 0, 1), Cue(unknown, "Did it?", 1, 2)]
    assert [turn.text for turn in turns_of(said)] == ["It went well.", "Did it?"]
    named = [replace(cue, speaker=Speaker("Speaker 1")) for cue in said]
    assert [turn.text for turn in turns_of(named)] == ["It went well. Did it?"]


def test_order_is_by_start_and_cues_without_a_time_stay_behind_their_neighbour() -> None:
    ordered = in_order([Cue(DANA, "b", 5, 6), Cue(BO, "c"), Cue(DANA, "a", 1, 0)])
    assert [(cue.text, cue.end) for cue in ordered] == [("a", 1), ("b", 6), ("c", None)]


def test_the_same_person_with_and_without_company_is_one() -> None:
    bare, full = Speaker("Bo Li"), Speaker("Bo Li", company="Larkspur")
    turns = turns_of([Cue(bare, "a"), Cue(full, "b"), Cue(DANA, "c"), Cue(bare, "d")])
    assert [(turn.speaker, turn.text) for turn in turns] == [
        (full, "a b"),
        (DANA, "c"),
        (full, "d"),
    ]


@given(cues)
def test_no_word_is_lost_whatever_the_cues_are(said: list[Cue]) -> None:
    turns = turns_of(said)
    words = sorted(word for turn in turns for word in turn.text.split())
    assert words == sorted(word for cue in said for word in joined(cue.text).split())
    assert [turn.id for turn in turns] == [str(place) for place in range(len(turns))]
    assert all(turn.text.isprintable() and turn.text == joined(turn.text) for turn in turns)


@given(cues)
def test_times_of_turns_hold_the_times_of_their_cues(said: list[Cue]) -> None:
    turns = turns_of(said)
    starts = [turn.start for turn in turns if turn.start is not None]
    assert starts == sorted(starts)
    assert all(
        turn.start <= turn.end for turn in turns if turn.start is not None and turn.end is not None
    )


def test_the_id_is_made_of_what_was_said_not_of_where_it_lies() -> None:
    turns = turns_of([Cue(DANA, "a", 0, 1), Cue(BO, "b", 1, 2)])
    assert conversation_id(turns) == conversation_id(tuple(turns))
    assert conversation_id(turns).startswith("call-")
    for other in (
        replace(turns[1], text="c"),
        replace(turns[1], start=1.5),
        replace(turns[1], speaker=DANA),
    ):
        assert conversation_id((turns[0], other)) != conversation_id(turns)


@pytest.mark.parametrize(
    "name", ["9a752af2-ddf0-4eb8-91d6-3e79d2457284.vcon.json", "f0e1d2c3b4a5968778695a4b.txt"]
)
def test_a_number_that_a_machine_gave_is_no_subject(name: str) -> None:
    about = replace(ABOUT, source=Source(name, Path("x")))

    assert conversation(turns_of([Cue(DANA, "a")]), about).subject == ""


def test_subject_and_date_come_from_the_content_else_from_the_files_name() -> None:
    turns = turns_of([Cue(DANA, "a")])
    talk = conversation(turns, ABOUT)
    assert talk.subject == "2026-02-17 first call"
    assert talk.started_at is not None
    assert talk.started_at.isoformat() == "2026-02-17T00:00:00+00:00"
    assert conversation(turns, replace(ABOUT, subject=" Renewal ")).subject == "Renewal"


def test_two_people_make_a_call_and_more_a_meeting_unless_the_source_knows() -> None:
    three = turns_of([Cue(DANA, "a"), Cue(BO, "b"), Cue(Speaker("Kim"), "c")])
    assert conversation(three[:2], ABOUT).channel is Channel.CALL
    assert conversation(three, ABOUT).channel is Channel.MEETING
    assert conversation(three, replace(ABOUT, channel=Channel.CALL)).channel is Channel.CALL


def test_an_item_is_kept_or_skipped() -> None:
    report = Report()
    assert len(list(keep_or_skip([Cue(DANA, "a")], ABOUT, report))) == 1
    assert list(keep_or_skip([Cue(DANA, " ")], replace(ABOUT, part="2"), report)) == []
    assert (report.kept, report.reasons()) == (1, {NO_WORDS: 1})
    assert report.skipped[0].item == "calls/2026-02-17 first call.vtt#2"


def test_milliseconds_are_found_out() -> None:
    words = "these are ten words that somebody says in a call"
    slow = [Cue(DANA, words, 60_000, 64_000)]
    assert in_seconds(slow)[0] == Cue(DANA, words, 60, 64)
    assert in_seconds(slow, duration=70_000) == slow
    assert in_seconds([Cue(DANA, words, 60, 64)], duration=90)[0].start == 60
    assert in_seconds([Cue(DANA, words, 60, 64)])[0].start == 60
    sparse = [Cue(DANA, "Hello? Is anybody there, please?", 590, 600)]  # and nobody was
    assert in_seconds(sparse * 2) == sparse * 2
    assert in_seconds([Cue(DANA, "Hello?", 590.5, 600)])[0].start == 590.5
    assert in_seconds([Cue(DANA, words)]) == [Cue(DANA, words)]
    assert in_seconds([]) == []


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("a.vtt", "a"),
        ("calls.zip!x/GMT20260205-140000_Recording.transcript.vtt", "GMT20260205-140000_Recording"),
        ("C:\\calls\\Q1 v2.docx", "Q1 v2"),
        ("talk.en.srt", "talk"),
        ("x.vcon.json", "x"),
        ("noend", "noend"),
        ("v1.2 review.txt", "v1.2 review"),
    ],
)
def test_a_files_stem_is_its_name_without_folders_and_suffixes(name: str, stem: str) -> None:
    assert file_stem(name) == stem
