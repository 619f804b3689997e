"""vCon, old and new: transcripts find their parties, texts are turns, wrappings are opened."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.formats.transcript_reading import (
    read_one,
    read_text,
    said,
    score,
    try_to_read,
)
from theirside.conversation import Channel, Side, Speaker
from theirside.errors import IntakeError
from theirside.intake.formats import vcon

DANA = Speaker("Dana Whitfield", "dana@fjordline.example", "+15550100", side=Side.OURS)
PRIYA = Speaker("Priya Raman", phone="+15550199", company="Larkspur", side=Side.THEIRS)
PARTIES = [
    {
        "tel": "tel:+1-555-0100",
        "name": "Dana Whitfield",
        "mailto": "mailto:Dana@Fjordline.example",
        "role": "agent",
    },
    {"tel": "+15550199", "name": "Priya Raman", "org": "Larkspur", "meta": {"role": "customer"}},
]
RECORDING = {
    "type": "recording",
    "start": "2026-01-02T12:15:30Z",
    "duration": 65,
    "parties": [0, 1],
}


def container(**more: object) -> dict[str, object]:
    return {
        "vcon": "0.4.0",
        "uuid": "01928e10-193e-8231-b9a2-279e0d16bc46",
        "created_at": "2026-01-02T12:00:00Z",
        "parties": PARTIES,
        "dialog": [RECORDING],
        **more,
    }


def transcribed(body: object, **more: object) -> dict[str, object]:
    analysis = {"type": "transcript", "dialog": 0, "vendor": "x", "encoding": "json", "body": body}
    return container(analysis=[{**analysis, **more}])


def based(value: object) -> str:
    data = value if isinstance(value, str) else json.dumps(value)
    return base64.urlsafe_b64encode(data.encode()).decode().rstrip("=")


MESSAGES = [{"speaker": "Agent", "message": "Hi."}, {"speaker": "Customer", "message": "Hello."}]
SPOKEN = [("Dana Whitfield", "Hi."), ("Priya Raman", "Hello.")]


def test_roles_say_who_speaks_and_on_whose_side() -> None:
    talk = read_one(vcon, json.dumps(transcribed(MESSAGES)))
    assert said(talk) == SPOKEN
    assert talk.speakers == (DANA, PRIYA)
    assert talk.channel is Channel.CALL
    assert talk.started_at is not None
    assert talk.started_at.isoformat() == "2026-01-02T12:15:30+00:00"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (MESSAGES, "json"),
        (json.dumps(MESSAGES), "json"),
        (json.dumps(json.dumps(MESSAGES)), "json"),
        (json.dumps(MESSAGES), "none"),
        (based(MESSAGES), "base64url"),
        (MESSAGES, "none"),
        ({"conversation": MESSAGES}, "json"),
        ("Agent: Hi.\nCustomer: Hello.\nAgent: \nCustomer: ", "none"),
        ("**Agent(Dana)**: Hi.\n\n**Customer(Priya)**: Hello.\n\n**Agent(Dana)**:\n", "none"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Hi.\n\n00:03.000 --> 00:04.000\n"
         "<v Priya Raman>Hello.", "none"),
    ],
)  # fmt: skip
def test_bodies_are_read_in_every_encoding_and_form(body: object, encoding: str) -> None:
    talk = read_one(vcon, json.dumps(transcribed(body, encoding=encoding)))
    assert said(talk) == SPOKEN


def test_the_world_transcription_format_has_labels_for_its_speakers() -> None:
    body = {
        "transcript": {"text": "Hi. Hello.", "language": "en", "duration": 2.0},
        "segments": [
            {"id": 0, "start": 0.5, "end": 1.1, "text": "Hi.", "speaker": 0, "words": [0]},
            {"id": 1, "start": 1.5, "end": 2.0, "text": "Hello.", "speaker": "b"},
        ],
        "speakers": {"0": {"label": "Dana Whitfield"}, "b": {"label": "Priya Raman"}},
        "metadata": {"provider": "x"},
    }
    talk = read_one(vcon, json.dumps(transcribed(body, type="wtf_transcription")))
    assert said(talk) == SPOKEN
    assert [(turn.start, turn.end) for turn in talk.turns] == [(0.5, 1.1), (1.5, 2.0)]


def test_a_diarisations_number_is_nobodys_name_and_on_no_side() -> None:
    paragraphs = [
        {"speaker": 0, "sentences": [{"text": "Hi.", "start": 0, "end": 1}]},
        {"speaker": 1, "sentences": [{"text": "Hello.", "start": 1, "end": 2}]},
    ]
    body = {"paragraphs": {"paragraphs": paragraphs, "transcript": "Hi. Hello."}, "words": []}
    talk = read_one(vcon, json.dumps(transcribed(body)))
    assert talk.speakers == (Speaker("Speaker 0"), Speaker("Speaker 1"))


def test_the_transcript_that_says_who_speaks_is_preferred() -> None:
    unnamed = {"type": "transcript", "dialog": 0, "body": {"transcript": "Hi. Hello. And more."}}
    named = {"type": "diarized", "dialog": 0, "body": "Agent: Hi.\nCustomer: Hello.\nAgent: Bye."}
    summary = {"type": "summary", "dialog": 0, "body": "Agent: good.\nCustomer: good.\nAgent: good"}
    data = container(analysis=[unnamed, named, summary])
    assert said(read_one(vcon, json.dumps(data))) == [*SPOKEN, ("Dana Whitfield", "Bye.")]


def test_recordings_one_after_the_other_are_one_talk_on_one_clock() -> None:
    later = {**RECORDING, "start": "2026-01-02T12:16:30Z"}
    body = [{"speaker": "agent", "text": "a b c", "start": 1, "end": 2}]
    parts = [{"type": "transcript", "dialog": n, "body": body} for n in (1, 0)]
    talk = read_one(vcon, json.dumps(container(dialog=[RECORDING, later], analysis=parts)))
    assert [(turn.start, turn.end, turn.text) for turn in talk.turns] == [
        (1, 2, "a b c"),
        (61, 62, "a b c"),
    ]


def test_texts_are_turns_with_their_time_and_recipients() -> None:
    dialogs = [
        {
            "type": "text",
            "start": f"2026-01-02T12:0{n}:00Z",
            "parties": [0, 1],
            "originator": n % 2,
            "mediatype": "text/html" if n else "text/plain",
            "body": ["Hi.", "<p>Hello&amp;</p>", "Bye."][n],
            "encoding": "none",
        }
        for n in (0, 1, 2)
    ]
    talk = read_one(vcon, json.dumps(container(dialog=dialogs, subject="Recall")))
    assert (talk.channel, talk.subject) == (Channel.CHAT, "Recall")
    assert [(turn.speaker, turn.text, turn.to) for turn in talk.turns] == [
        (DANA, "Hi.", (PRIYA,)),
        (PRIYA, "Hello&", (DANA,)),
        (DANA, "Bye.", (PRIYA,)),
    ]
    assert talk.turns[1].at is not None
    assert talk.turns[1].at.isoformat() == "2026-01-02T12:01:00+00:00"


def test_transcripts_are_found_where_no_draft_puts_them() -> None:
    attached = {"type": "wtf_transcription", "body": MESSAGES, "encoding": "json"}
    assert said(read_one(vcon, json.dumps(container(attachments=[attached])))) == SPOKEN
    dialog = {"type": "transcript", "body": MESSAGES, "encoding": "json"}
    talk = read_one(vcon, json.dumps(container(dialog=[RECORDING, dialog])))
    assert said(talk) == SPOKEN


def test_letters_are_mail_and_texts_without_words_nothing() -> None:
    letter = {"type": "text", "start": "2026-01-02T12:00:00Z", "parties": [1, 0],
              "message_id": "<a@larkspur.example>", "body": "Dear Dana"}  # fmt: skip
    empty = {**letter, "body": " "}
    talk = read_one(vcon, json.dumps(container(dialog=[letter, empty])))
    assert talk.channel is Channel.MAIL
    assert said(talk) == [("Priya Raman", "Dear Dana")]


def test_a_chat_during_a_call_stands_where_it_was_written() -> None:
    text = {"type": "text", "start": "2026-01-02T12:15:40Z", "parties": [1], "body": "Link?"}
    body = [{"speaker": "agent", "text": "Hi.", "start": 1.0, "end": 2.5},
            {"speaker": "agent", "text": "Yes.", "start": 20.0, "end": 21.5}]  # fmt: skip
    parts = [{"type": "transcript", "dialog": 0, "body": [body[0]]},
             {"type": "transcript", "dialog": 2, "body": [body[1]]}]  # fmt: skip
    dialogs = [RECORDING, text, {**RECORDING, "start": "2026-01-02T12:16:30Z"}]
    talk = read_one(vcon, json.dumps(container(dialog=dialogs, analysis=parts)))
    assert [turn.text for turn in talk.turns] == ["Hi.", "Link?", "Yes."]


@pytest.mark.parametrize(
    "signed",
    [
        {"payload": based(transcribed(MESSAGES)), "signatures": [{"signature": "x"}]},
        {"payload": based(transcribed(MESSAGES)), "protected": "e30", "signature": "x"},
        f"{based({'alg': 'RS256'})}.{based(transcribed(MESSAGES))}.c2ln",
    ],
)  # fmt: skip
def test_signed_ones_are_opened_and_the_report_says_so(signed: object) -> None:
    text = signed if isinstance(signed, str) else json.dumps(signed)
    (talk,), report = read_text(vcon, text, "call.vcon")
    assert said(talk) == SPOKEN
    assert report.notes == ["call.vcon: opened; its signature was not checked"]
    assert score(vcon, text) > 0.5


@pytest.mark.parametrize(
    "encrypted",
    [
        {"protected": "e30", "recipients": [], "iv": "x", "ciphertext": "y", "tag": "z"},
        f"{based({'alg': 'RSA-OAEP'})}.a.b.c.d",
        {"payload": based({"ciphertext": "y"}), "signatures": []},
    ],
)
def test_encrypted_ones_are_refused_clearly(encrypted: object) -> None:
    text = encrypted if isinstance(encrypted, str) else json.dumps(encrypted)
    found, report = read_text(vcon, text)
    assert found == []
    assert list(report.reasons()) == ["encrypted: it needs the key of whoever encrypted it"]
    assert score(vcon, text) > 0


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (container(), "a recording without its transcript"),
        (container(dialog=[{"type": "incomplete", "disposition": "busy"}]),
         "a call that did not come about"),
        ({"uuid": "", "vcon": "", "parties": [], "dialog": [], "analysis": []}, "no words in it"),
        (transcribed(MESSAGES) | {"critical": ["sealed"]},
         "needs an extension of vCon that is not known"),
        (transcribed([]), "a recording without its transcript"),
        (transcribed("They agreed.", type="transcript_summary"),
         "a recording without its transcript"),
    ],
)  # fmt: skip
def test_what_has_no_words_is_skipped_with_the_reason(data: object, reason: str) -> None:
    found, report = read_text(vcon, json.dumps(data))
    assert found == []
    assert report.reasons() == {reason: 1}


def test_several_in_one_file_are_an_item_each() -> None:
    one, other = transcribed(MESSAGES), container()
    for text in (
        json.dumps([one, other]),
        json.dumps({"vcons": [one, other]}),
        json.dumps(one) + "\n" + json.dumps(other),
    ):
        found, report = read_text(vcon, text)
        assert (len(found), report.found) == (1, 2)


def test_the_old_form_without_a_version_is_known_too() -> None:
    data = transcribed(MESSAGES)
    assert score(vcon, json.dumps(data)) == 1
    del data["vcon"]
    assert score(vcon, json.dumps(data)) == 0.95
    assert score(vcon, '{"turns": []}') == 0
    with pytest.raises(IntakeError, match="not valid JSON"):
        read_text(vcon, '{"vcon": ')


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
    st.sampled_from(["transcript", "text", "recording", "agent", "json", "a: b\nc: d"]),
)  # fmt: skip
KEYS = st.sampled_from(
    ["parties", "dialog", "analysis", "type", "body", "encoding", "speaker", "message", "segments",
     "words", "paragraphs", "sentences", "text", "start", "end", "role", "meta", "tel",
     "originator", "payload", "signatures", "critical", "elements", "value", "vcons",
     "speakers", "transcript"]
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=30,
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(JSON.map(json.dumps), JSON.map(lambda body: json.dumps(transcribed(body)))))
def test_whatever_a_vcon_holds_is_read_or_refused(data: str) -> None:
    try_to_read(vcon, data)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(), st.binary(), st.text("eyJ.ab-_", min_size=3).map("eyJ".__add__)))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(vcon, data)
