"""Fireflies as JSON: the API's answers and the app's own export."""

from __future__ import annotations

import json

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
from theirside.errors import IntakeError
from theirside.intake.formats import fireflies_json, gong


def test_sentences_become_turns_and_attendees_lend_their_address() -> None:
    (talk,), report = read_file(fireflies_json, FIXTURES / "fireflies.json")
    assert talk.subject == "Kickoff with Larkspur"
    assert talk.channel is Channel.MEETING
    assert talk.started_at is not None
    assert talk.started_at.isoformat() == "2026-02-17T14:03:12+00:00"
    assert talk.speakers == (
        Speaker("Dana Whitfield"),
        Speaker("Priya Raman", email="priya@larkspur.example", phone="+14155550134"),
        Speaker("Speaker 3"),
    )
    assert [(turn.start, turn.end) for turn in talk.turns] == [(0.24, 1.2), (1.5, 3.0), (3.1, 4.0)]
    assert talk.turns[1].text == "Hello. Shall we?"
    assert [(entry.item, entry.reason) for entry in report.skipped] == [
        ("fireflies.json#01JA", "no words in it")
    ]


def test_one_transcript_is_read_bare_or_wrapped() -> None:
    bare = {"title": "T", "sentences": [{"speaker_name": "Bo Li", "text": "Hi.", "start_time": 1}]}
    for data in (bare, {"transcript": bare}, {"data": {"transcript": bare}}, [bare]):
        talk = read_one(fireflies_json, json.dumps(data))
        assert (talk.subject, said(talk)) == ("T", [("Bo Li", "Hi.")])


def test_the_date_may_be_milliseconds() -> None:
    data = {"date": 1771336992000, "sentences": [{"speaker_name": "Bo", "text": "Hi."}]}
    started_at = read_one(fireflies_json, json.dumps(data)).started_at
    assert started_at is not None
    assert started_at.isoformat() == "2026-02-17T14:03:12+00:00"


def test_the_apps_own_export_is_a_list_of_sentences() -> None:
    data = [
        {"sentence": "Hello.", "startTime": "00:02", "endTime": "00:04", "speaker_name": "Dana"},
        {"sentence": "Hi.", "startTime": "01:02:03", "endTime": "01:02:04", "speaker_name": "Bo"},
    ]
    assert score(fireflies_json, json.dumps(data)) > 0.5
    talk = read_one(fireflies_json, json.dumps(data))
    assert said(talk) == [("Dana", "Hello."), ("Bo", "Hi.")]
    assert [turn.start for turn in talk.turns] == [2, 3723]


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(IntakeError, match="not valid JSON"):
        read_text(fireflies_json, '{"sentences": [')


def test_it_is_known_by_its_fields() -> None:
    text = (FIXTURES / "fireflies.json").read_text()
    assert score(fireflies_json, text) == 0.9
    assert score(gong, text) == 0
    assert score(fireflies_json, '{"turns": []}') == 0


SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5))
KEYS = st.sampled_from(
    ["data", "transcript", "transcripts", "sentences", "speaker_name", "speaker_id", "text",
     "start_time", "end_time", "title", "date", "dateString", "meeting_attendees", "displayName",
     "transcript_url", "email", "sentence"]
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=25,
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(JSON.map(json.dumps), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(fireflies_json, data)
