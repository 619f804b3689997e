"""Plain ``Name: text`` transcripts: speakers are found, colons in talk are not taken for them."""

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


def test_a_name_on_a_line_of_its_own_is_followed_by_the_words() -> None:
    talk = read_one(plain, "Dana:\nHello.\n\nBo:\nHi.\n\nDana:\nSo.\n")
    assert said(talk) == [("Dana", "Hello."), ("Bo", "Hi."), ("Dana", "So.")]


def test_title_and_date_above_are_no_talk() -> None:
    text = "Kickoff\nJanuary 5, 2026\nDana Whitfield: Hello.\nBo Li: Hi.\nDana Whitfield: So.\n"
    talk = read_one(plain, text)
    assert talk.subject == "Kickoff"
    assert talk.started_at is not None
    assert talk.started_at.date().isoformat() == "2026-01-05"
    assert said(talk)[0] == ("Dana Whitfield", "Hello.")


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\nplease note: the office closes early.\nTime: 10:30\nBest,\nDana\n" * 3,
        "Owner: Dana\nDue: Friday\nStatus: open\n" * 3,
        "MIME-Version: 1.0\nContent-Type: text/plain\n\nDana: Hi.\nBo: Hi.\nDana: So.\n",
        "From: Dana <dana@fjordline.example>\nTo: Bo\nSubject: Hi\n\nDana: a\nBo: b\nDana: c\n",
        "Dana:\n  - {goal: less}\n  - {pain: more}\n  - {goal: x}\nBo:\n  - {a: b}\nDana: c\nBo: d",
        '{"Dana": "a",\n"Bo": "b"}',
        "WEBVTT\n\n0:01.0 --> 0:02.0\nDana: Hi.\nBo: Hi.\nDana: So.",
        "Dana: Hello.",
        "",
    ],
)
def test_what_only_looks_like_a_transcript_is_none(text: str) -> None:
    assert score(plain, text) == 0


def test_it_never_claims_what_has_a_format_of_its_own() -> None:
    text = "Dana: Hello.\nBo: Hi.\n" * 9
    assert 0.4 < score(plain, text) <= plain.SUREST


def test_a_file_without_words_is_skipped() -> None:
    found, report = read_text(plain, "\n\n")
    assert found == []
    assert report.reasons() == {"no words in it": 1}


LINES = st.sampled_from(["", "A: b", "Dana W: hello", "[0:1] X: y", "**Q**: z", "x (1:02): y", ":"])


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.lists(LINES).map("\n".join), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(plain, data)
