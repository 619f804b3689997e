"""One message of a Slack export: who wrote it and what it says, or why it is not kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import ApartKind, Speaker
from theirside.intake.slack_message import (
    BOT,
    QUOTE,
    SYSTEM,
    Message,
    People,
    message,
    speaker_of,
    text_of,
    time_of,
)

PEOPLE = People(
    speakers={"U1": Speaker("Dana Okafor", "dana@riverbank.example")},
    bots=frozenset({"U8"}),
    names={"U1": "Dana Okafor", "C1": "orders"},
)


def entry(text: str = "hello", **more: object) -> dict[str, object]:
    return {"type": "message", "user": "U1", "ts": "100.000200", "text": text, **more}


def kept(one: dict[str, object]) -> Message:
    found = message(one, PEOPLE)
    assert isinstance(found, Message)
    return found


def test_a_message_has_its_speaker_time_and_id() -> None:
    found = kept(entry("see <#C1>"))
    assert found.turn.speaker == PEOPLE.speakers["U1"]
    assert found.turn.at == datetime(1970, 1, 1, 0, 1, 40, 200, tzinfo=UTC)
    assert (found.turn.id, found.turn.text, found.thread) == ("100.000200", "see #orders", "")


def test_a_reply_names_its_thread() -> None:
    assert kept(entry(thread_ts="90.0")).thread == "90.0"
    assert kept(entry(thread_ts="90.0", subtype="thread_broadcast")).thread == "90.0"


def test_quoted_lines_are_apart_and_can_be_found_again() -> None:
    turn = kept(entry("&gt; by May?\nYes.")).turn
    assert (turn.text, turn.original) == ("Yes.", "> by May?\nYes.")
    (part,) = turn.apart
    assert part.kind is ApartKind.QUOTED
    assert turn.original[part.start : part.end] == "> by May?\n"


def test_a_message_without_quotes_needs_no_original() -> None:
    assert kept(entry("Yes &amp; no")).turn.original == ""


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"user": "U7", "user_profile": {"real_name": "Sam Reyes"}}, "Sam Reyes"),
        ({"user": "U7", "user_profile": {"display_name": "sam"}}, "sam"),
        ({"user": "U7", "username": "sam.r"}, "sam.r"),
        ({"user": "U7"}, "U7"),
        ({"user": "U7", "user_profile": "odd"}, "U7"),
    ],
)
def test_who_is_in_no_list_is_named_as_well_as_can_be(more: dict[str, object], name: str) -> None:
    assert kept(entry() | more).turn.speaker == Speaker(name)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"user": "U8"}, BOT),
        ({"subtype": "bot_add", "bot_id": "B1"}, SYSTEM),
        ({"subtype": "channel_topic"}, SYSTEM),
        ({"subtype": "huddle_thread"}, SYSTEM),
        ({"text": "&gt;&gt;&gt; all\nof it"}, QUOTE),
    ],
)
def test_what_is_not_kept_has_a_reason(more: dict[str, object], reason: str) -> None:
    assert message(entry() | more, PEOPLE) == reason


@pytest.mark.parametrize(
    ("user", "speaker"),
    [
        ({"name": "dana"}, Speaker("dana")),
        ({"name": "dana", "real_name": "Dana"}, Speaker("Dana")),
        ({"name": "dana", "profile": {"display_name": "Dee"}}, Speaker("Dee")),
        (
            {"profile": {"real_name": " Dana ", "email": "D@x.example", "phone": "+49 (1) 2"}},
            Speaker("Dana", "d@x.example", "+4912"),
        ),
        ({"profile": {"real_name": 7}}, Speaker()),
        (None, Speaker()),
    ],
)
def test_users_are_described(user: object, speaker: Speaker) -> None:
    assert speaker_of(user) == speaker


def test_text_is_found_along_a_path_or_not_at_all() -> None:
    data = {"a": {"b": "x\x00", "c": 3}}
    assert text_of(data, "a", "b") == "x\ufffd"
    assert text_of(data, "a", "c") == text_of(data, "a", "d", "e") == text_of([], "a") == ""


def test_times_are_exact() -> None:
    assert time_of("1736150400.000200") == datetime(2025, 1, 6, 8, 0, 0, 200, tzinfo=UTC)
    assert time_of("1736150400.5") == datetime(2025, 1, 6, 8, 0, 0, 500_000, tzinfo=UTC)
    assert time_of("1736150400") == datetime(2025, 1, 6, 8, tzinfo=UTC)


@given(st.text(max_size=20) | st.from_regex(r"[0-9.]{1,20}", fullmatch=True))
def test_no_time_is_too_odd(ts: str) -> None:
    found = time_of(ts)
    assert found is None or found.tzinfo is UTC
