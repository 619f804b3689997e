"""WebVTT becomes one call or meeting, with every word and nobody invented."""

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
from theirside.conversation import Channel, Speaker
from theirside.intake.formats import webvtt


def vtt(*cues: str) -> str:
    """Return a file with these cues, a second each."""
    blocks = [f"00:00:0{n}.000 --> 00:00:0{n}.900\n{cue}" for n, cue in enumerate(cues)]
    return "WEBVTT\n\n" + "\n\n".join(blocks) + "\n"


def test_zoom_cues_of_one_speaker_become_one_turn_with_its_times() -> None:
    (talk,), _ = read_file(webvtt, FIXTURES / "zoom-2026-03-12.vtt")
    assert talk.channel is Channel.CALL
    assert talk.started_at is not None
    assert talk.started_at.date().isoformat() == "2026-03-12"
    second = talk.turns[1]
    assert (second.id, second.start, second.end) == ("1", 5.9, 15.0)
    assert second.text.endswith("At 10:30 the trucks leave, and nobody knows what is on them.")
    assert second.speaker == Speaker("Priya Raman", company="Larkspur Foods")
    assert [turn.speaker.name for turn in talk.turns][::2] == ["Dana Whitfield"] * 2


def test_pieces_that_teams_marks_as_one_utterance_are_one_turn() -> None:
    (talk,), _ = read_file(webvtt, FIXTURES / "teams.vtt")
    assert said(talk) == [
        (
            "Dana Whitfield",
            "Before we talk about price I would like to hear what a recall does to your week.",
        ),
        ("Tomas Lindqvist", "Sure. It isn't a week. It's a month, R&D included."),
    ]
    assert (talk.turns[0].start, talk.turns[0].end) == (3.1, 9.0)
    assert (talk.turns[1].start, talk.turns[1].end) == (6.0, 14.25)


def test_voice_tags_name_the_speaker_with_classes_and_tags_inside() -> None:
    talk = read_one(
        webvtt,
        vtt("<v.loud.first Dana Whitfield>R&amp;D <i.x>says</i> <c.red>no</c></v>", "<v Bo>Why?"),
    )
    assert said(talk) == [("Dana Whitfield", "R&D says no"), ("Bo", "Why?")]


def test_two_voices_in_one_cue_are_two_turns() -> None:
    talk = read_one(webvtt, vtt("<v Dana>Hello.</v> <v Bo>Hi.</v>"))
    assert said(talk) == [("Dana", "Hello."), ("Bo", "Hi.")]


def test_words_outside_of_any_voice_are_nobodys() -> None:
    talk = read_one(webvtt, vtt("<v Dana>Hello.</v>", "A door closes.", "<v Dana>There.</v>"))
    assert said(talk) == [("Dana", "Hello."), ("(no name)", "A door closes."), ("Dana", "There.")]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffWEBVTT - Meeting\r\n\r\n1\r\n01:01.500 --> 01:02.000\r\nDana: Hi.\r\n",
        "WEBVTT\n1\n00:01:01.500 --> 00:01:02.000 align:start line:0%\nDana: Hi.\n",
        "1\n00:01:01,500 --> 00:01:02,000\nDana: Hi.\n",
        "WEBVTT\nKind: captions\nLanguage: en\n\n0:1:01.5 -> 0:1:02.0\nDana: Hi.\n",
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE\nBo: unsaid\n\n"
        "00:01:01.500 --> 00:01:02.000\nDana: Hi.\n\nNOTE Bo: not said either\n",
    ],
)
def test_what_tools_get_wrong_is_read_all_the_same(text: str) -> None:
    talk = read_one(webvtt, text)
    assert said(talk) == [("Dana", "Hi.")]
    assert talk.turns[0].start == 61.5


def test_missing_blank_lines_and_numbers_cost_no_words() -> None:
    talk = read_one(
        webvtt,
        "WEBVTT\n00:01.000 --> 00:02.000\nDana: One\n00:02.000 --> 00:03.000\nYes\n"
        "7\n00:03.000 --> 00:04.000\nDana: Two\n",
    )
    assert said(talk) == [("Dana", "One Yes Two")]


def test_cues_out_of_order_are_put_right_and_overlaps_stay() -> None:
    talk = read_one(
        webvtt,
        "WEBVTT\n\n00:05.000 --> 00:06.000\nBo: Last.\n\n00:01.000 --> 00:04.000\nDana: First,\n\n"
        "00:03.000 --> 00:02.000\nBo: wait\n",
    )
    assert said(talk) == [("Dana", "First,"), ("Bo", "wait Last.")]
    assert [(turn.start, turn.end) for turn in talk.turns] == [(1.0, 4.0), (3.0, 6.0)]


def test_the_name_is_left_out_where_the_same_person_goes_on() -> None:
    talk = read_one(webvtt, vtt("Dana: So", "then", "Bo: Yes", "Dana: Good", "Bo: Fine"))
    assert said(talk)[0] == ("Dana", "So then")


def test_a_colon_in_talk_is_no_speaker() -> None:
    talk = read_one(
        webvtt,
        vtt(
            "Dana: Look", "https://larkspur.example is up", "Question: why?", "Bo: So: because"
        ).replace("Look", "At 10:30: we go"),
    )
    assert [speaker.name for speaker in talk.speakers] == ["Dana", "Bo"]
    assert said(talk)[0][1] == "At 10:30: we go https://larkspur.example is up Question: why?"


def test_captions_without_any_speaker_are_cut_at_sentences_not_joined_to_one() -> None:
    talk = read_one(webvtt, vtt("What do you", "need?", "Time: more of it."))
    assert said(talk) == [("(no name)", "What do you need?"), ("(no name)", "Time: more of it.")]


def test_captions_that_roll_up_say_each_line_once() -> None:
    talk = read_one(
        webvtt, vtt("we start", "we start\nwith you", "with you\nand then", "and then\nus")
    )
    assert said(talk) == [("(no name)", "we start with you and then us")]


def test_webex_names_the_speaker_in_the_identifier() -> None:
    talk = read_one(
        webvtt,
        'WEBVTT\n\n1 "Dana Whitfield" (2345678)\n00:01.000 --> 00:02.000\nHello.\n\n'
        '2 "Bo Li" (0)\n00:03.000 --> 00:04.000\nHi, how\nare you?\n',
    )
    assert said(talk) == [("Dana Whitfield", "Hello."), ("Bo Li", "Hi, how are you?")]


def test_a_change_of_voice_without_a_name_is_nobody() -> None:
    talk = read_one(webvtt, vtt("<v ->We begin.</v>", "<v ->So it goes.</v>"))
    assert said(talk) == [("(no name)", "We begin."), ("(no name)", "So it goes.")]


def test_a_file_without_words_is_skipped_with_the_reason() -> None:
    found, report = read_text(webvtt, "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n\n")
    assert found == []
    assert report.reasons() == {"no words in it": 1}


def test_it_is_known_by_its_content() -> None:
    assert score(webvtt, vtt("a"), "x.bin") == 1
    assert 0 < score(webvtt, "1\n00:01.000 --> 00:02.000\nHi", "x") < 1
    assert score(webvtt, "WEBVTTX or an arrow --> here", "x.vtt") == 0


LINES = st.sampled_from(
    ["WEBVTT", "", "NOTE x", "1", "a/1-0", "00:01.000 --> 00:02.000", "99:99 --> 0:0", "<v A>b</v>",
     "A: b", ">", "<v ", "&#x110000;", "<v>&#0;", "\ud800: x"]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.lists(LINES, max_size=30).map("\n".join), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(webvtt, data)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["Dana", "Bo Li", "Kim (Acme)"]), st.text("abc é,?", min_size=1)),
        min_size=1,
        max_size=20,
    )
)
def test_no_word_is_lost_and_none_is_added(cues: list[tuple[str, str]]) -> None:
    spoken = [(name, words) for name, words in cues if words.strip()]
    text = "WEBVTT\n\n" + "\n\n".join(
        f"{n:02}:00.000 --> {n:02}:05.000\n{name}: {words}"
        for n, (name, words) in enumerate(spoken)
    )
    found, _ = read_text(webvtt, text)
    words = [word for talk in found for turn in talk.turns for word in turn.text.split()]
    assert words == [word for _, words in spoken for word in words.split()]
