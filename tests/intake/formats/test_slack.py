"""A Slack export: people by name, threads together, and a longer export extends what was there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.chat_reading import load, said
from theirside.conversation import Channel, Conversation, Speaker
from theirside.intake import slack_message
from theirside.intake.formats import slack
from theirside.intake.source import Source

USERS = [
    {
        "id": "U1",
        "name": "dana",
        "profile": {"real_name": "Dana Okafor", "email": "Dana@riverbank.example"},
    },
    {"id": "U2", "name": "lee", "real_name": "Lee Ortiz", "profile": {"phone": "+49 151 55"}},
    {"id": "U3", "name": "helper", "is_bot": True, "profile": {}},
]
CHANNELS = [{"id": "C1", "name": "orders"}]


def entry(ts: float, text: str, user: str = "U1", **more: object) -> dict[str, object]:
    return {"type": "message", "user": user, "text": text, "ts": f"{ts:.6f}", **more}


def export(folder: Path, days: Mapping[str, object], **lists: object) -> Source:
    files = {"users": USERS, "channels": CHANNELS, **lists}
    for name, content in files.items():
        (folder / f"{name}.json").parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.json").write_text(json.dumps(content))
    for name, content in days.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content if isinstance(content, str) else json.dumps(content))
    return Source("export.zip", folder)


def channel(folder: Path, *entries: dict[str, object]) -> list[Conversation]:
    return load(slack, export(folder, {"orders/2025-01-06.json": list(entries)}))[0]


HOUR = 3600.0


def test_people_have_names_addresses_and_phones(tmp_path: Path) -> None:
    (talk,) = channel(tmp_path, entry(100, "<@U2> is it in?"), entry(160, "Yes, <@U1>", "U2"))
    assert said(talk) == [
        ("Dana Okafor", "@Lee Ortiz is it in?"),
        ("Lee Ortiz", "Yes, @Dana Okafor"),
    ]
    assert talk.speakers[0] == Speaker("Dana Okafor", "dana@riverbank.example")
    assert talk.speakers[1] == Speaker("Lee Ortiz", phone="+4915155")
    assert (talk.channel, talk.subject, talk.format) == (Channel.CHAT, "#orders", "slack")
    assert talk.started_at == datetime(1970, 1, 1, 0, 1, 40, tzinfo=UTC)
    assert [turn.id for turn in talk.turns] == ["100.000000", "160.000000"]


def test_a_guest_from_elsewhere_is_named_by_the_message(tmp_path: Path) -> None:
    (talk,) = channel(tmp_path, entry(1, "hi", "U9", user_profile={"real_name": "Sam Reyes"}))
    assert talk.speakers == (Speaker("Sam Reyes"),)


def test_silence_ends_a_conversation(tmp_path: Path) -> None:
    times = [0, 11 * HOUR, 24 * HOUR]
    talks = channel(tmp_path, *(entry(1000 + time, f"{time}") for time in times))
    assert [len(talk.turns) for talk in talks] == [2, 1]


def test_a_thread_stands_where_it_began_however_late_it_is_answered(tmp_path: Path) -> None:
    first = [entry(100, "Quote for 40 seats?", thread_ts="100.000000"), entry(200, "Lunch?", "U2")]
    later = [
        entry(100 + 30 * HOUR, "Here it is.", "U2", thread_ts="100.000000"),
        entry(100 + 31 * HOUR, "Morning!"),
    ]
    days = {"orders/1970-01-01.json": first, "orders/1970-01-02.json": later}
    talks, _ = load(slack, export(tmp_path, days))
    assert [[turn.text for turn in talk.turns] for talk in talks] == [
        ["Quote for 40 seats?", "Here it is.", "Lunch?"],
        ["Morning!"],
    ]


def test_answers_to_what_a_bot_wrote_are_a_conversation(tmp_path: Path) -> None:
    bot = entry(100, "New form!", bot_id="B1", thread_ts="100.000000")
    talks = channel(tmp_path, bot, entry(200, "I'll call them.", thread_ts="100.000000"))
    assert [[turn.text for turn in talk.turns] for talk in talks] == [["I'll call them."]]


def test_a_longer_export_only_adds(tmp_path: Path) -> None:
    """A message is in the same conversation in every export, whatever is answered later."""
    start = [entry(100, "a"), entry(200, "b"), entry(300, "c"), entry(300 + 20 * HOUR, "d")]
    replies = [entry(400, "a1", thread_ts="100.000000"), entry(500, "c1", thread_ts="300.000000")]
    home: dict[str, str] = {}
    for number, entries in enumerate([start[:1], start, start + replies[:1], start + replies]):
        threads = {one["thread_ts"] for one in entries if "thread_ts" in one}
        marked = [
            one | {"thread_ts": one["ts"]} if one["ts"] in threads else one for one in entries
        ]
        for talk in channel(tmp_path / str(number), *marked):
            for turn in talk.turns:
                assert home.setdefault(turn.id, talk.id) == talk.id
        assert len(home) == len(entries)
    assert len(set(home.values())) == 2


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (entry(1, "x", subtype="channel_join"), slack_message.SYSTEM),
        (entry(1, "x", subtype="bot_message"), slack_message.BOT),
        (entry(1, "x", bot_id="B1"), slack_message.BOT),
        (entry(1, "x", "U3"), slack_message.BOT),
        (entry(1, "x", "USLACKBOT"), slack_message.BOT),
        (entry(1, "x", subtype="tombstone"), slack_message.DELETED),
        (entry(1, "", files=[{"id": "F1"}]), slack_message.FILE),
        (entry(1, " "), slack_message.EMPTY),
        (entry(1, "&gt; their words"), slack_message.QUOTE),
        ({"type": "message", "user": "U1", "text": "x", "ts": "soon"}, slack_message.NO_TIME),
        ({"text": "x"}, slack_message.NOT_A_MESSAGE),
    ],
)
def test_what_no_person_wrote_is_skipped_with_the_reason(
    tmp_path: Path, one: dict[str, object], reason: str
) -> None:
    talks, report = load(slack, export(tmp_path, {"orders/d.json": [one]}))
    assert talks == []
    assert [(skip.item, skip.reason) for skip in report.skipped] == [
        ("export.zip/orders/d.json#1", reason)
    ]


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (entry(1, "as edited", edited={"user": "U1"}), "as edited"),
        (entry(1, "see the plan", files=[{"id": "F1"}]), "see the plan"),
        (
            entry(
                1,
                "<@U1> uploaded a file: <https://x.example/f|plan> and commented: see p. 2",
                subtype="file_share",
            ),
            "see p. 2",
        ),
        (
            {
                "type": "message",
                "subtype": "file_comment",
                "text": "<@U1> commented on <@U2>’s file <https://x.example/f|plan>: too late",
                "comment": {"user": "U1", "comment": "too late"},
                "ts": "1.0",
            },
            "too late",
        ),
        (entry(1, "&gt; by May?\nYes &amp; no"), "Yes & no"),
    ],
)
def test_what_a_person_wrote_is_kept(tmp_path: Path, one: dict[str, object], text: str) -> None:
    (talk,) = channel(tmp_path, one)
    assert said(talk) == [("Dana Okafor", text)]


def test_a_talk_between_people_is_called_by_their_names(tmp_path: Path) -> None:
    days = {"D1/d.json": [entry(1, "hi")], "odd/d.json": [entry(1, "hi")]}
    dms = [{"id": "D1", "members": ["U1", "U2"]}]
    talks, _ = load(slack, export(tmp_path, days, dms=dms))
    assert [talk.subject for talk in talks] == ["Dana Okafor, Lee Ortiz", "#odd"]
    assert talks[0].id != talks[1].id


def test_a_broken_day_costs_only_that_day(tmp_path: Path) -> None:
    days = {"orders/1.json": "[{", "orders/2.json": [entry(1, "hi"), entry(1, "hi")]}
    (talk,), report = load(slack, export(tmp_path, days))
    assert len(talk.turns) == 1
    assert [(skip.item, skip.reason) for skip in report.skipped] == [
        ("export.zip/orders/1.json", slack.NOT_JSON),
        ("export.zip/orders/2.json#2", slack.TWICE),
    ]


def test_without_a_list_of_users_ids_stand_for_names(tmp_path: Path) -> None:
    source = export(tmp_path, {"orders/1.json": [entry(1, "hi <@U2>")]})
    (tmp_path / "users.json").write_text("oops")
    (talk,), report = load(slack, source)
    assert said(talk) == [("U1", "hi @U2")]
    assert report.notes == ["export.zip/users.json: not valid JSON, so names may be missing"]


def test_only_an_export_is_recognised(tmp_path: Path) -> None:
    assert slack.recognises(export(tmp_path / "a", {})) == 1.0
    assert slack.recognises(Source("b", tmp_path)) == 0.0
    assert slack.recognises(Source("c", tmp_path / "a" / "users.json")) == 0.0


WORDS = st.sampled_from(["", "message", "1.5", "U1", "<@U1>"])
KEYS = st.sampled_from(["type", "user", "text", "ts", "thread_ts", "id", "profile", "members"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(VALUES, VALUES, VALUES)
def test_only_our_own_errors_escape(
    tmp_path: Path, day: object, users: object, dms: object
) -> None:
    talks, report = load(slack, export(tmp_path, {"orders/d.json": day}, users=users, dms=dms))
    assert report.kept == sum(len(talk.turns) for talk in talks)
