"""WhatsApp's text exports: every message counted, only people's own words kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.chat_reading import fixture, load, said, written
from theirside.conversation import Channel, Speaker
from theirside.errors import IntakeError
from theirside.intake.formats import whatsapp


def test_an_iphone_export_gives_only_what_people_typed() -> None:
    source = fixture("whatsapp_iphone.txt")
    assert whatsapp.recognises(source) > 0.9
    (sunday, monday), report = load(whatsapp, source)
    assert said(sunday) == [
        ("Dana Okafor", "Hi Lee, are your exports end-to-end encrypted?"),
        ("Lee Ortiz", "Yes:\n- at rest\n- in transit"),
        ("Dana Okafor", "Our warehouse"),
        ("Lee Ortiz", "Big! I'll ask @Dana Okafor later"),
    ]
    assert said(monday) == [("Sam", "Morning all")]
    assert report.reasons() == {whatsapp.MEDIA: 2, whatsapp.SYSTEM: 1, whatsapp.DELETED: 1}
    assert sunday.channel is Channel.CHAT
    assert sunday.started_at == datetime(2025, 1, 5, 9, 12, 3, tzinfo=UTC)
    assert sunday.turns[3].original.endswith("<Diese Nachricht wurde bearbeitet>")
    assert sunday.turns[0].original == ""


def test_an_android_export_gives_only_what_people_typed() -> None:
    source = fixture("whatsapp_android.txt")
    assert whatsapp.recognises(source) > 0.9
    (first, second), report = load(whatsapp, source)
    phone = Speaker(phone="+491515550100")
    assert [(turn.speaker, turn.text) for turn in first.turns] == [
        (Speaker(name="Dana Okafor"), "Are we still on for Thursday?"),
        (phone, "That's our loading bay."),
    ]
    assert [turn.at for turn in second.turns] == [
        datetime(2025, 1, 14, 23, 59, tzinfo=UTC),
        datetime(2025, 1, 15, 0, 1, tzinfo=UTC),
    ]
    assert report.reasons() == {whatsapp.SYSTEM: 2, whatsapp.MEDIA: 1, whatsapp.DELETED: 1}
    assert report.notes == [
        "whatsapp_android.txt: dates read as month/day; times without a zone are read as UTC"
    ]


def test_an_ambiguous_file_says_so(tmp_path: Path) -> None:
    _, report = load(whatsapp, written(tmp_path, "01/02/25, 10:00 - Dana: hi\n"))
    assert "day/month (month/day would fit too)" in report.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "<Media omitted>",
        "<Medien ausgeschlossen>",
        "<Multimedia omitido>",
        "<Médias omis>",
        "\u200eimage omitted",
        "sticker omitted",
        "\u200evideo weggelassen",
        "\u200eimagen omitida",
        "IMG-20250106-WA0001.jpg (archivo adjunto)",
        "\u200e<attached: 0001-AUDIO.opus>",
    ],
)
def test_placeholders_are_no_messages(tmp_path: Path, text: str) -> None:
    talks, report = load(whatsapp, written(tmp_path, f"13/02/25, 10:00 - Dana: {text}\n"))
    assert talks == []
    assert report.reasons() == {whatsapp.MEDIA: 1}


@pytest.mark.parametrize(
    "line",
    [
        "Dana joined using this group's invite link",
        "Dana added +49 151 5550100",
        "You were added",
        'Dana changed the group name to "Plan: B"',
        "Dana: \u200eYou're now an admin",
        "Dana: Messages and calls are end-to-end encrypted.",
    ],
)
def test_lines_of_whatsapp_itself_are_skipped(tmp_path: Path, line: str) -> None:
    talks, report = load(whatsapp, written(tmp_path, f"13/02/25, 10:00 - {line}\n"))
    assert talks == []
    assert report.reasons() == {whatsapp.SYSTEM: 1}


@pytest.mark.parametrize("text", ["the image omitted our logo", "a < b", "see: https://a.example"])
def test_ordinary_words_stay(tmp_path: Path, text: str) -> None:
    (talk,), _ = load(whatsapp, written(tmp_path, f'13/02/25, 10:00 - Lee "Lefty" Ortiz: {text}\n'))
    assert said(talk) == [('Lee "Lefty" Ortiz', text)]


def test_dates_that_do_not_exist_and_loose_lines_are_reported(tmp_path: Path) -> None:
    content = (
        "loose\n31/02/25, 10:00 - Dana: one\n13/02/25, 10:00 - Dana: two\n13/02/25, 10:01 - Lee:"
    )
    _, report = load(whatsapp, written(tmp_path, content))
    assert [(skip.item, skip.reason) for skip in report.skipped] == [
        ("chat.txt:1", whatsapp.NO_HEAD),
        ("chat.txt:2", whatsapp.BAD_DATE),
        ("chat.txt:4", whatsapp.EMPTY),
    ]


def test_the_same_chat_in_five_date_forms_is_the_same_conversation(tmp_path: Path) -> None:
    forms = ["13/02/25, 22:05 - ", "13.02.2025, 22:05 - ", "2/13/25, 10:05\u202fPM - "]
    forms += ["[2025/02/13, 22:05:00] ", "2025-02-13, 10:05 p. m. - "]
    found = [load(whatsapp, written(tmp_path, f"{form}Dana: hi\n"))[0][0] for form in forms]
    assert len({talk.id for talk in found}) == 1
    assert len({talk.turns for talk in found}) == 1


def test_a_group_is_known_by_its_first_message(tmp_path: Path) -> None:
    lines = [f"13/02/25, 10:0{n} - {name}: hi\n" for n, name in enumerate(("Ann", "Ben", "Cy"))]
    (three,), _ = load(whatsapp, written(tmp_path, "".join(lines)))
    (four,), _ = load(whatsapp, written(tmp_path, "".join(lines) + "13/02/25, 10:09 - Di: hi\n"))
    assert three.id == four.id


def test_a_later_export_extends_the_same_conversation(tmp_path: Path) -> None:
    lines = [f"13/02/25, 10:0{n} - {'Dana' if n % 2 else 'Lee'}: message {n}\n" for n in range(6)]
    (early,), _ = load(whatsapp, written(tmp_path, "".join(lines[:3])))
    (late,), _ = load(whatsapp, written(tmp_path, "".join(lines)))
    assert early.id == late.id
    assert late.turns[:3] == early.turns


def test_the_same_greeting_to_two_customers_makes_two_conversations(tmp_path: Path) -> None:
    greeting = "01/01/25, 09:00 - Lee: Happy new year!\n"
    answers = [f"14/01/25, 09:00 - {name}: Thanks!\n" for name in ("Dana", "Sam")]
    first, second = (load(whatsapp, written(tmp_path, greeting + a))[0][0] for a in answers)
    assert first.turns == second.turns
    assert first.id != second.id


def test_the_same_words_twice_in_a_minute_are_two_turns(tmp_path: Path) -> None:
    (talk,), _ = load(whatsapp, written(tmp_path, "13/02/25, 10:00 - Dana: ok\n" * 2))
    assert len({turn.id for turn in talk.turns}) == 2


@pytest.mark.parametrize("content", ["", "Dana: hi", "[00:01:02] Dana: hi", "2025-02-13 10:00 x"])
def test_other_files_are_not_recognised(tmp_path: Path, content: str) -> None:
    source = written(tmp_path, content)
    assert whatsapp.recognises(source) == 0.0
    with pytest.raises(IntakeError, match="no line begins with"):
        load(whatsapp, source)


HEADS = ["13/02/25, 10:00 - ", "[02/13/25, 10:00:01] ", "1/2/3, 4:05 pm - ", "99/99/99, 99:99 - "]
WORDS = ["Dana: ", "\u200e", "<Media omitted>", ":", "\n", '"', "\x00", "image omitted", "+49 15"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.sampled_from([*HEADS, *WORDS]), max_size=20).map(lambda p: "".join(p).encode())
    | st.binary(max_size=100)
)
def test_only_our_own_errors_escape(tmp_path: Path, content: bytes) -> None:
    source = written(tmp_path, content)
    assert 0 <= whatsapp.recognises(source) <= 1
    try:
        talks, report = load(whatsapp, source)
    except IntakeError:
        return
    assert report.kept == sum(len(talk.turns) for talk in talks)
    assert all(turn.text for talk in talks for turn in talk.turns)
