"""The JSON form of a conversation: what is written is read back equal, and fits the schema."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.intake.conversations import CONVERSATIONS
from theirside.conversation import Apart, ApartKind, Channel, Conversation, Side, Speaker
from theirside.errors import IntakeError
from theirside.intake.jsonl_form import from_dict, readable, to_dict, to_line

SCHEMA = json.loads((files("theirside.intake") / "conversation.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

TALK: dict[str, object] = {"channel": "call", "turns": [{"speaker": "Dana", "text": "Hello."}]}
TURN: dict[str, object] = {"speaker": "Dana", "text": "Hello."}


def with_turn(**fields: object) -> dict[str, object]:
    return {**TALK, "turns": [{**TURN, **fields}]}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert VALIDATOR.is_valid(TALK)
    assert not VALIDATOR.is_valid({"channel": "call"})


@given(CONVERSATIONS)
def test_what_is_written_fits_the_schema_and_is_read_back_equal(talk: Conversation) -> None:
    data = to_dict(talk)
    VALIDATOR.validate(data)
    assert from_dict(data, "here") == talk
    line = to_line(talk)
    assert "\n" not in line
    assert from_dict(json.loads(line), "here") == talk


def test_every_field_is_read() -> None:
    turn = {
        "id": "m1",
        "speaker": "Dana Okafor",
        "email": " Dana@Riverbank.example ",
        "phone": "+4915155",
        "company": "Riverbank",
        "side": "Theirs",
        "text": "Fine.",
        "at": "2025-03-14T09:30:00+01:00",
        "start": 1,
        "end": 2.5,
        "to": [{"name": "Lee", "email": "lee@harbour.example", "side": "ours"}],
        "original": "Fine.\n> ok?",
        "apart": [{"kind": "quoted", "start": 6, "end": 11}],
    }
    talk = from_dict({"id": "c1", "channel": "mail", "subject": "Re: x", "turns": [turn]}, "here")
    (found,) = talk.turns
    assert (talk.id, talk.channel, talk.subject) == ("c1", Channel.MAIL, "Re: x")
    assert found.speaker == Speaker(
        "Dana Okafor", "dana@riverbank.example", "+4915155", "Riverbank", Side.THEIRS
    )
    assert found.at == datetime(2025, 3, 14, 8, 30, tzinfo=UTC)
    assert (found.id, found.start, found.end) == ("m1", 1.0, 2.5)
    assert found.to == (Speaker("Lee", "lee@harbour.example", side=Side.OURS),)
    assert found.apart == (Apart(ApartKind.QUOTED, 6, 11),)
    assert found.original == "Fine.\n> ok?"


def test_a_time_without_a_zone_is_taken_as_utc() -> None:
    talk = from_dict({**TALK, "started_at": "2025-03-14 09:30"}, "here")
    assert talk.started_at == datetime(2025, 3, 14, 9, 30, tzinfo=UTC)


def test_without_an_id_the_content_makes_one() -> None:
    first, again = from_dict(TALK, "here"), from_dict(dict(TALK), "there")
    other = from_dict({**TALK, "turns": [{**TURN, "text": "Hello!"}]}, "here")
    assert first.id == again.id
    assert first.id != other.id


def test_turns_without_ids_that_say_the_same_are_told_apart() -> None:
    talk = from_dict({**TALK, "turns": [TURN, TURN]}, "here")
    assert len({turn.id for turn in talk.turns}) == 2


def test_an_address_alone_names_a_speaker() -> None:
    turn = {"email": "dana@riverbank.example", "text": "Hi"}
    data = {**TALK, "turns": [turn]}
    assert VALIDATOR.is_valid(data)
    assert from_dict(data, "here").turns[0].speaker.label == "dana@riverbank.example"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (None, "the conversation: must be a JSON object"),
        ({"turns": []}, "channel: is missing"),
        ({**TALK, "turns": {}}, "turns: must be a list"),
        ({**TALK, "turns": ["x"]}, "turns[0]: must be a JSON object"),
        ({**TALK, "turns": [{"speaker": "A"}]}, "turns[0].text: is missing"),
        ({**TALK, "turns": [{"text": "A"}]}, "turns[0].speaker: is missing, and so is email"),
        ({**TALK, "turns": [{**TURN, "id": "a"}] * 2}, "turns: two turns have the same id"),
        ({**TALK, "subject": 4}, "subject: must be text"),
        (
            {**TALK, "started_at": "yesterday"},
            "started_at: must be a time such as 2025-03-14T09:30:00+01:00",
        ),
        (with_turn(start="1"), "turns[0].start: must be a number"),
        (with_turn(start=True), "turns[0].start: must be a number"),
        (with_turn(end=float("inf")), "turns[0].end: must be a finite number"),
        (with_turn(end=10**400), "turns[0].end: must be a finite number"),
        (with_turn(side="them"), "turns[0].side: must be one of ours, theirs, unknown"),
        (with_turn(to=[3]), "turns[0].to[0]: must be a JSON object"),
        (with_turn(apart=[{"start": 0, "end": 1}]), "turns[0].apart[0].kind: is missing"),
        (
            with_turn(apart=[{"kind": "quoted", "start": 4, "end": 1}]),
            "turns[0].apart[0].end: start and end must be characters, 0 <= start <= end",
        ),
    ],
)
def test_what_is_wrong_is_named(data: object, problem: str) -> None:
    with pytest.raises(IntakeError) as raised:
        from_dict(data, "talks.jsonl:3")
    assert str(raised.value) == f"talks.jsonl:3: {problem}"


def test_what_no_file_can_hold_is_replaced() -> None:
    assert readable("a\0b\ud800c") == "a\ufffdb\ufffdc"
    talk = from_dict(with_turn(text="a\ud83d"), "here")
    assert to_line(talk).encode()


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(list(SCHEMA["$defs"]["turn"]["properties"])), inner)
        ),
    )
)
def test_only_our_own_errors_escape(value: object) -> None:
    try:
        talk = from_dict({"channel": "note", "turns": [value]}, "here")
    except IntakeError as error:
        assert error.reason  # noqa: PT017 - any reason is fine, no other error is
        return
    VALIDATOR.validate(to_dict(talk))
