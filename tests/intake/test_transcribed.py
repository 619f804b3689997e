"""Transcripts of speech-to-text services, in their many forms."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theirside.conversation import Speaker
from theirside.intake.transcribed import cues_in


def spoken(body: object) -> list[tuple[str, str, float | None, float | None]]:
    return [
        (cue.speaker.name if cue.speaker else "", cue.text, cue.start, cue.end)
        for cue in cues_in(body, Speaker)
    ]


HI = [("A", "Hi there you.", 1, 2), ("B", "Hello.", 3, 4)]


@pytest.mark.parametrize(
    "body",
    [
        [{"speaker": "A", "text": "Hi there you.", "start": 1, "end": 2},
         {"speaker": "B", "message": "Hello.", "start_time": "3", "end_time": "0:04"}],
        {"segments": [{"speaker": "A", "text": "Hi there you.", "start": 1, "end": 2},
                      {"speaker": "B", "text": "Hello.", "start": 3, "end": 4}], "text": "x"},
        {"results": {"channels": [{"alternatives": [{"transcript": "x", "paragraphs": {
            "paragraphs": [
                {"speaker": "A", "sentences": [{"text": "Hi there you.", "start": 1, "end": 2}]},
                {"speaker": "B", "sentences": [{"text": "Hello.", "start": 3, "end": 4}]}]}}]}]}},
        {"utterances": [{"speaker": "A", "transcript": "Hi there you.", "start": 1000, "end": 2000},
                        {"speaker": "B", "transcript": "Hello.", "start": 3000, "end": 4000}]},
        {"monologues": [
            {"speaker": "A", "elements": [
                {"type": "text", "value": "Hi", "ts": 1, "end_ts": 1.2},
                {"type": "punct", "value": " "},
                {"type": "text", "value": "there you", "ts": 1.3, "end_ts": 2},
                {"type": "punct", "value": "."}]},
            {"speaker": "B", "elements": [
                {"type": "text", "value": "Hello.", "ts": 3, "end_ts": 4}]}]},
        '[{"speaker": {"id": 1, "name": "A"}, "text": "Hi there you.", "start": 1, "end": 2},'
        ' {"participant": "B", "content": "Hello.", "offset": 3, "stop": 4}]',
        "WEBVTT\n\n0:01.0 --> 0:02.0\nA: Hi there you.\n\n0:03.0 --> 0:04.0\nB: Hello.",
    ],
)  # fmt: skip
def test_who_said_what_when_is_found_in_every_form(body: object) -> None:
    assert spoken(body) == HI


def test_words_are_joined_with_the_punctuation_that_stands_alone() -> None:
    body = {
        "words": [
            {"text": "Hi", "speaker": 0, "start": 0.5, "end": 0.8},
            {"text": ",", "speaker": 0, "start": 0.8, "end": 0.8, "is_punctuation": True},
            {"punctuated_word": "you.", "word": "you", "speaker": 0, "start": 0.9, "end": 1.1},
        ]
    }
    assert spoken(body) == [("0", "Hi,", 0.5, 0.8), ("0", "you.", 0.9, 1.1)]


def test_a_forms_own_list_of_speakers_says_the_names() -> None:
    segments = [{"speaker": 1, "text": "Hi.", "start": 0}]
    for speakers in ({"1": {"label": "Dana"}}, [{"id": 1, "name": "Dana"}]):
        assert spoken({"segments": segments, "speakers": speakers})[0][0] == "Dana"


def test_text_without_speakers_is_nobodys() -> None:
    assert spoken("Hi.\n\nHello.") == [("", "Hi.", None, None), ("", "Hello.", None, None)]
    assert spoken({"transcript": "Hi."}) == [("", "Hi.", None, None)]
    assert spoken({"text": "Hi.", "confidence": 0.5}) == [("", "Hi.", None, None)]
    assert spoken(None) == spoken(5) == spoken({}) == []


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=4)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                ["segments", "words", "paragraphs", "sentences", "text", "speaker", "speakers",
                 "elements", "value", "start", "end", "transcript", "results", "is_punctuation"]
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_any_value_is_read_or_nothing(body: object) -> None:
    assert all(isinstance(cue.text, str) for cue in cues_in(body, Speaker))


def test_bottomless_nesting_ends() -> None:
    body: object = "Hi."
    for _ in range(100):
        body = {"transcript": body}
    assert spoken(body) == []
