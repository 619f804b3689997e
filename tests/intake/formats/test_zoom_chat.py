"""Zoom's chat files: both forms; reactions are no messages, repeated words are kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.chat_reading import fixture, load, said, written
from theirside.conversation import ApartKind, Channel, Speaker
from theirside.errors import IntakeError
from theirside.intake.formats import zoom_chat


def test_a_recorded_chat_gives_its_messages() -> None:
    source = fixture("meeting_recorded.chat.txt")
    assert zoom_chat.recognises(source) > 0.9
    (talk,), report = load(zoom_chat, source)
    assert talk.channel is Channel.CHAT
    assert said(talk) == [
        ("Dana Okafor", "Morning!"),
        ("Lee Ortiz | Harbour", "Hi Dana. Two points today:\n- the export\n- the price"),
        ("Dana Okafor", "Reacted to the export question with a sigh, sorry"),
    ]
    assert [turn.start for turn in talk.turns] == [826.0, 842.0, 900.0]
    assert report.reasons() == {zoom_chat.NOTETAKER: 1, zoom_chat.REACTION: 1}
    assert [skip.item for skip in report.skipped] == [
        "meeting_recorded.chat.txt:2",
        "meeting_recorded.chat.txt:8",
    ]


def test_the_words_that_a_reply_repeats_are_kept_apart() -> None:
    (talk,), _ = load(zoom_chat, fixture("meeting_recorded.chat.txt"))
    turn = talk.turns[1]
    (part,) = turn.apart
    assert part.kind is ApartKind.QUOTED
    assert turn.original[part.start : part.end].rstrip() == 'Replying to "Morning!"'
    assert turn.original[part.end :] == turn.text


def test_a_saved_chat_gives_its_messages_and_to_whom_they_went() -> None:
    source = fixture("meeting_saved_chat.txt")
    assert zoom_chat.recognises(source) > 0.9
    (talk,), report = load(zoom_chat, source)
    assert said(talk) == [
        ("Dana Okafor", "Morning! Can you hear me?"),
        ("Lee Ortiz", "Loud and clear."),
        ("Dana Okafor", "Just so you know:\nour auditor joins at half past."),
        ("Lee Ortiz", "Sorry, I meant: yes, we can."),
    ]
    assert [turn.start for turn in talk.turns] == [0.0, 29.0, 54.0, 109.0]
    assert [turn.to for turn in talk.turns] == [(), (), (Speaker(name="Lee Ortiz"),), ()]
    assert report.reasons() == {zoom_chat.REACTION: 1}


@pytest.mark.parametrize(
    ("line", "who", "text"),
    [
        ("00:13:46\t From Dana Okafor : hello: there", "Dana Okafor", "hello: there"),
        ("09:13:46 From  Dana Okafor  to  Everyone: hello", "Dana Okafor", "hello"),
        ("09:13:46 Von Dana Okafor an Alle:\n\thallo", "Dana Okafor", "hallo"),
        ("09:13:46 De Dana Okafor à Tout le monde:\n\tbonjour", "Dana Okafor", "bonjour"),
    ],
)
def test_older_and_other_languages_headings(tmp_path: Path, line: str, who: str, text: str) -> None:
    (talk,), _ = load(zoom_chat, written(tmp_path, line + "\n"))
    assert said(talk) == [(who, text)]
    assert talk.turns[0].to == ()


def test_a_chat_past_midnight_goes_on(tmp_path: Path) -> None:
    content = "23:59:50 From Dana to Everyone:\n\tone\n00:00:10 From Lee to Everyone:\n\ttwo\n"
    (talk,), _ = load(zoom_chat, written(tmp_path, content))
    assert [turn.start for turn in talk.turns] == [0.0, 20.0]


@pytest.mark.parametrize(
    "text",
    [
        'Reacted to "gm" with 👍🏼',
        'Reacted to gm with "🙏"',
        'Reacted to "two\nlines" with 5️⃣',
        'Removed a 👍 reaction from "gm"',
        'Heeft gereageerd op "gm" met ❤️',
        'Se ha reaccionado a "gm" con 🛳️',
        'Reacted to "gm" with :party-parrot:',
    ],
)
def test_reactions_are_skipped(tmp_path: Path, text: str) -> None:
    content = f"00:00:01\tDana:\tgm\n00:00:02\tLee:\t{text}\n"
    (talk,), report = load(zoom_chat, written(tmp_path, content))
    assert said(talk) == [("Dana", "gm")]
    assert report.reasons() == {zoom_chat.REACTION: 1}


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ('Replying to "is it cutting out…"\nHere too', "Here too"),
        ('Replying to "two\nlines, all" \n\n She said "no..."\nyes', 'She said "no..."\nyes'),
        ('Antwoord verzenden naar "does it..."\n\ngood point', "good point"),
        ('Replying to "everyone" is not what I meant', None),
    ],
)
def test_only_the_new_words_of_a_reply_are_the_turn(
    tmp_path: Path, text: str, new: str | None
) -> None:
    (talk,), _ = load(zoom_chat, written(tmp_path, f"00:00:01\tDana:\t{text}\r\n"))
    assert said(talk) == [("Dana", new or text)]
    assert bool(talk.turns[0].apart) is (new is not None)


def test_a_longer_file_of_the_same_meeting_has_the_same_id(tmp_path: Path) -> None:
    lines = [f"00:00:0{n}\tDana:\tmessage {n}\n" for n in range(5)]
    (short,), _ = load(zoom_chat, written(tmp_path, "".join(lines[:3])))
    (longer,), _ = load(zoom_chat, written(tmp_path, "".join(lines)))
    assert (short.id, short.turns) == (longer.id, longer.turns[:3])


def test_lines_before_the_first_message_and_empty_messages_are_reported(tmp_path: Path) -> None:
    content = "Chat of today\n\n00:00:01\tDana:\t\n00:00:02\tDana:\tgm\n"
    _, report = load(zoom_chat, written(tmp_path, content))
    assert report.reasons() == {zoom_chat.NO_SPEAKER: 1, zoom_chat.EMPTY: 1}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "WEBVTT\n\n1\n00:00:01.680 --> 00:00:02.770\nDana: hi\n",
        "00:00:01 Dana: hi\n",
        "Dana: hi",
    ],
)
def test_other_files_are_not_recognised(tmp_path: Path, content: str) -> None:
    assert zoom_chat.recognises(written(tmp_path, content)) == 0.0


def test_a_file_without_any_message_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="no chat message"):
        load(zoom_chat, written(tmp_path, "\n\n"))


HEADS = ["00:00:01\t", "Dana:\t", "23:59:59 From ", "Lee to Everyone:", "\n", "\r\n", "\t", "x"]
WORDS = ['Replying to "', '…"', 'Reacted to "', '" with 👍', "\x00", "\u2028"]
PIECES = st.sampled_from([*HEADS, *WORDS])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PIECES, max_size=20).map(lambda p: "".join(p).encode()) | st.binary(max_size=100))
def test_only_our_own_errors_escape(tmp_path: Path, content: bytes) -> None:
    source = written(tmp_path, content)
    assert 0 <= zoom_chat.recognises(source) <= 1
    try:
        talks, report = load(zoom_chat, source)
    except IntakeError:
        return
    assert report.kept == sum(len(talk.turns) for talk in talks)
