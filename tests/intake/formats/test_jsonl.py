"""Conversation JSONL: one conversation a line, and a bad line costs only that line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.conversations import CONVERSATIONS
from theirside.conversation import Channel, Conversation
from theirside.errors import IntakeError
from theirside.intake.format import Options
from theirside.intake.formats import jsonl
from theirside.intake.jsonl_form import to_line
from theirside.intake.report import Report
from theirside.intake.source import Source

TALK = {
    "id": "t1",
    "channel": "chat",
    "turns": [{"speaker": "Dana", "text": "We lose a day a week to this."}],
}
reused_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(folder: Path, content: str | bytes) -> Source:
    path = folder / "talks.jsonl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Source("talks.jsonl", path)


def load(source: Source) -> tuple[list[Conversation], Report]:
    report = Report()
    return list(jsonl.read(source, report, Options())), report


def test_a_line_becomes_a_conversation(tmp_path: Path) -> None:
    (talk,), report = load(written(tmp_path, json.dumps(TALK) + "\n"))
    assert (talk.id, talk.channel, talk.turns[0].speaker.name) == ("t1", Channel.CHAT, "Dana")
    assert talk.turns[0].text == "We lose a day a week to this."
    assert (talk.source, talk.format) == ("talks.jsonl", "jsonl")
    assert (report.found, report.kept) == (1, 1)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{oops", "not valid JSON"),
        ("7", "the conversation: must be a JSON object"),
        ('{"channel": "chat"}', "turns: is missing"),
        (
            '{"channel": "fax", "turns": []}',
            "channel: must be one of mail, call, meeting, chat, note",
        ),
        (
            '{"channel": "chat", "turns": [{"speaker": "A", "text": 3}]}',
            "turns[0].text: must be text",
        ),
    ],
)
def test_a_bad_line_is_skipped_by_its_number_and_the_rest_goes_on(
    tmp_path: Path, line: str, reason: str
) -> None:
    talks, report = load(written(tmp_path, f"{json.dumps(TALK)}\n\n{line}\n{json.dumps(TALK)}"))
    assert len(talks) == 2
    assert [(skip.item, skip.reason) for skip in report.skipped] == [("talks.jsonl:3", reason)]


@reused_folder
@given(st.lists(CONVERSATIONS, min_size=1, max_size=3))
def test_what_is_written_is_read_back_equal(
    tmp_path: Path, conversations: list[Conversation]
) -> None:
    source = written(tmp_path, "\n".join(map(to_line, conversations)))
    assert jsonl.recognises(source) == 1.0
    talks, report = load(source)
    assert talks == conversations
    assert report.kept == len(conversations)


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_unicode_mark_is_obeyed(tmp_path: Path, charset: str) -> None:
    talk = {**TALK, "subject": "Größe"}
    source = written(tmp_path, (json.dumps(talk, ensure_ascii=False) + "\r\n").encode(charset))
    assert jsonl.recognises(source) == 1.0
    assert [talk.subject for talk in load(source)[0]] == ["Größe"]


@pytest.mark.parametrize("content", [json.dumps(TALK, indent=2), json.dumps([TALK], indent=1)])
def test_a_plain_json_file_is_accepted_too(tmp_path: Path, content: str) -> None:
    source = written(tmp_path, content)
    assert jsonl.recognises(source) > 0.5
    assert [talk.id for talk in load(source)[0]] == ["t1"]


def test_a_first_line_that_is_bad_does_not_hide_the_others(tmp_path: Path) -> None:
    source = written(tmp_path, f'{{"turns": [}}\n{json.dumps(TALK)}\n')
    assert jsonl.recognises(source) == 1.0
    talks, report = load(source)
    assert [talk.id for talk in talks] == ["t1"]
    assert report.skipped[0].item == "talks.jsonl:1"


def test_a_first_line_longer_than_the_head_is_read(tmp_path: Path) -> None:
    long = {**TALK, "turns": [{"speaker": "Dana", "text": "yes " * 30_000}]}
    source = written(tmp_path, f"{json.dumps(long)}\n{json.dumps(TALK)}\n")
    assert jsonl.recognises(source) > 0.5
    talks, report = load(source)
    assert (len(talks), report.skipped) == (2, [])


def test_a_file_too_long_to_be_one_value_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jsonl, "WHOLE_BYTES", 10)
    with pytest.raises(IntakeError, match="write one a line"):
        load(written(tmp_path, json.dumps([TALK], indent=1)))


def test_where_a_conversation_came_from_is_kept(tmp_path: Path) -> None:
    (talk,), report = load(
        written(tmp_path, json.dumps({**TALK, "source": "a.mbox", "format": "mbox"}))
    )
    assert (talk.source, talk.format) == ("a.mbox", "mbox")
    assert report.kept_by_format == {"jsonl": 1}


def test_a_bad_entry_of_a_list_is_skipped_by_its_number(tmp_path: Path) -> None:
    talks, report = load(written(tmp_path, json.dumps([TALK, {"turns": 1}], indent=1)))
    assert len(talks) == 1
    assert report.skipped[0].item == "talks.jsonl#2"


def test_one_json_value_cut_off_in_the_middle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="not valid JSON"):
        load(written(tmp_path, json.dumps([TALK], indent=1)[:-3]))


@pytest.mark.parametrize("text", ["", "{}", "Dana: hello", '{"calls": []}', "[]", '"turns"'])
def test_other_files_are_not_recognised(tmp_path: Path, text: str) -> None:
    assert jsonl.recognises(written(tmp_path, text)) == 0.0


@reused_folder
@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["turns", "text", "speaker", "at", "to", "apart", "side", "channel"]
                ),
                inner,
            )
        ),
    ).map(lambda value: json.dumps(value).encode())
)
def test_only_our_own_errors_escape(tmp_path: Path, content: bytes) -> None:
    source = written(tmp_path, content)
    assert 0 <= jsonl.recognises(source) <= 1
    try:
        _, report = load(source)
    except IntakeError:
        return
    assert report.found == report.kept + len(report.skipped)
