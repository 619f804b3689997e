"""WebVTT becomes one call or meeting, with every word and nobody invented."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.formats.transcript_reading import (
    FIXTURES,
    read_file,
    read_one,
    read_text,
    said,
    try_to_read,
)

from theirside.conversation import Channel
from theirside.intake.formats import webvtt


def test_zoom_cues_of_one_speaker_become_one_turn_with_its_times() -> None:
    (talk,), _ = read_file(webvtt, FIXTURES / "zoom-2026-03-12.vtt")
    assert talk.channel is Channel.CALL
    assert talk.started_at is not None
    assert talk.started_at.date().isoformat() == "2026-03-12"
    second = talk.turns[1]
    assert (second.id, second.start, second.end) == ("1", 5.9, 15.0)
    assert second.text.endswith("At 10:30 the trucks leave, and nobody knows what is on them.")
    assert [turn.speaker.name[:4] for turn in talk.turns] == ["Dana", "Priy", "Dana"]


def test_voice_tags_name_the_speaker() -> None:
    talk = read_one(
        webvtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Dana Whitfield>R&amp;D <i>says</i> no</v>\n\n"
        "00:03.000 --> 00:04.000\n<v Bo>Why?</v>\n",
    )
    assert said(talk) == [("Dana Whitfield", "R&D says no"), ("Bo", "Why?")]


def test_a_file_without_words_is_skipped_with_the_reason() -> None:
    found, report = read_text(webvtt, "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n\n")
    assert found == []
    assert report.reasons() == {"no words in it": 1}


LINES = st.sampled_from(
    ["WEBVTT", "", "NOTE x", "1", "00:01.000 --> 00:02.000", "99:99 --> 0:0", "<v A>b", "A: b", ">"]
)


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.lists(LINES).map("\n".join), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(webvtt, data)
