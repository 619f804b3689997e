"""Gong's API: who spoke, on whose side, and when, whatever the unit of time."""

from __future__ import annotations

import json

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
from theirside.conversation import Channel, Side, Speaker
from theirside.intake.formats import fireflies_json, gong, vcon

DANA = Speaker("Dana Whitfield", email="dana@fjordline.example", side=Side.OURS)
PRIYA = Speaker(
    "Priya Raman",
    email="priya@larkspur.example",
    phone="+14155550134",
    company="Larkspur",
    side=Side.THEIRS,
)


def transcript(*sentences: tuple[float, float, str]) -> dict[str, object]:
    said = [{"start": start, "end": end, "text": text} for start, end, text in sentences]
    return {"callId": "1", "transcript": [{"speakerId": "7", "sentences": said}]}


def test_parties_say_who_speaks_and_on_whose_side() -> None:
    (talk,), report = read_file(gong, FIXTURES / "gong.json")
    assert talk.channel is Channel.CALL
    assert talk.subject == "Larkspur: recalls"
    assert talk.started_at is not None
    assert talk.started_at.isoformat() == "2026-02-17T14:03:12+01:00"
    assert talk.speakers == (PRIYA, DANA, Speaker("Speaker 1"))
    assert talk.turns[0].text == "No wait, I think we should check that out first. Agreed?"
    assert (talk.turns[0].start, talk.turns[0].end) == (460.23, 463.0)
    assert report.found == 3
    assert [(entry.item, entry.reason) for entry in report.skipped] == [
        ("gong.json#2", "a call without its transcript"),
        ("gong.json#3", "a call without its transcript"),
    ]


def test_transcripts_alone_have_placeholders_for_speakers() -> None:
    data = {"callTranscripts": [transcript((1000, 2500, "Hello there."))]}
    talk = read_one(gong, json.dumps(data), "week.json")
    assert said(talk) == [("Speaker 1", "Hello there.")]
    assert (talk.turns[0].start, talk.turns[0].end) == (1.0, 2.5)
    assert talk.subject == "week"
    assert talk.speakers[0].side is Side.UNKNOWN


def test_seconds_stay_seconds() -> None:
    spoken = transcript((0, 3, "Eight words are said in about three seconds."))
    talk = read_one(gong, json.dumps({"callTranscripts": [spoken]}))
    assert (talk.turns[0].start, talk.turns[0].end) == (0, 3)


def test_the_duration_decides_the_unit_where_it_is_known() -> None:
    call = {"metaData": {"id": "1", "duration": 3600}, "parties": []}
    late = transcript((3000, 3010, "Hello."))
    talk = read_one(gong, json.dumps({"callTranscripts": [late], "calls": [call]}))
    assert talk.turns[0].start == 3000
    early = transcript((300_000, 301_000, "Hello."))
    call["metaData"] = {"id": "1", "duration": 400}
    talk = read_one(gong, json.dumps({"callTranscripts": [early], "calls": [call]}))
    assert talk.turns[0].start == 300


def test_responses_one_after_the_other_in_a_list_belong_together() -> None:
    whole = json.loads((FIXTURES / "gong.json").read_text())
    calls = {"calls": whole.pop("calls")}
    found, report = read_text(gong, json.dumps([whole, calls]), "gong.json")
    assert [talk.speakers for talk in found] == [(PRIYA, DANA, Speaker("Speaker 1"))]
    assert (report.found, report.kept) == (3, 1)


def test_the_same_call_has_the_same_id_wherever_it_lies() -> None:
    text = (FIXTURES / "gong.json").read_text()
    (one,), _ = read_text(gong, text, "a.json")
    (other,), _ = read_text(gong, text, "b.json")
    assert one.id == other.id
    assert one.id.startswith("call-")


def test_unknown_affiliation_stays_unknown() -> None:
    party = {"speakerId": "7", "name": "Bo Li", "affiliation": "Unknown"}
    data = {
        "callTranscripts": [transcript((0, 900, "Hi."))],
        "calls": [{"metaData": {"id": "1"}, "parties": [party]}],
    }
    assert read_one(gong, json.dumps(data)).speakers == (Speaker("Bo Li"),)


def test_who_did_not_speak_lends_nobody_a_name() -> None:
    spoken = transcript((0, 900, "Hi."))
    del spoken["transcript"][0]["speakerId"]  # type: ignore[index]
    silent = {"id": "1", "name": "Silent Person", "affiliation": "External"}
    data = {
        "callTranscripts": [spoken],
        "calls": [{"metaData": {"id": "1"}, "parties": [silent]}],
    }
    assert read_one(gong, json.dumps(data)).speakers == (Speaker(),)


def test_json_without_a_call_is_skipped_and_what_is_no_json_refused() -> None:
    _, report = read_text(gong, '{"callTranscripts": []}')
    assert report.reasons() == {"no call in it": 1}


def test_it_is_known_by_its_fields() -> None:
    text = (FIXTURES / "gong.json").read_text()
    assert score(gong, text, "x.txt") == 1
    assert score(vcon, text) < 1
    assert score(fireflies_json, text) < 0.9
    assert score(gong, "callTranscripts") == 0


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just("1:02")
)
KEYS = st.sampled_from(
    ["callTranscripts", "transcript", "sentences", "speakerId", "text", "start", "end", "callId",
     "calls", "metaData", "parties", "affiliation", "name", "id", "started", "duration"]
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=25,
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(JSON.map(json.dumps), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(gong, data)
