"""What reaches the terminal: plain words, nothing that steers it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import DANA, NORA, Run, mail
from theirside.cli.printing import clock, day, harmless, mark, wrapped
from theirside.evidence import Quote
from theirside.understand.understanding import Observation, Status


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred\x1b[0m", "a[31mred[0m"),
        ("a\x07b\x9bc", "abc"),
        ("left\u202eright", "leftright"),
        ("one\n\ttwo", "one\n\ttwo"),
        ("blåbær 🫐", "blåbær 🫐"),
    ],
)
def test_what_could_steer_a_terminal_is_left_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text())
def test_harmless_text_has_no_control_characters(text: str) -> None:
    left = {each for each in harmless(text) if ord(each) < 32 or 127 <= ord(each) < 160}
    assert left <= {"\n", "\t"}


def test_an_escape_sequence_in_a_mail_does_not_reach_the_terminal(
    theirside: Run, tmp_path: object
) -> None:
    from pathlib import Path

    box = Path(str(tmp_path)) / "mail.eml"
    text = "Our biggest problem is \x1b]0;gone\x07 that nobody sees \x1b[2J what is overdue."
    box.write_text(mail(DANA, NORA, 1, text), encoding="utf-8")
    theirside("init", "--us", "fjord.example")
    theirside("add", box)
    for words in (["brief", "dana"], ["show", "rounds"], ["read", box], ["people"]):
        out = theirside(*words).out
        assert "\x1b" not in out
        assert "\x07" not in out


@pytest.mark.parametrize(
    ("seconds", "shown"), [(None, ""), (0.0, "00:00"), (192.4, "03:12"), (3723.0, "1:02:03")]
)
def test_a_place_in_a_talk_is_minutes_and_seconds(seconds: float | None, shown: str) -> None:
    assert clock(seconds) == shown


def test_a_day_is_written_as_people_write_it() -> None:
    assert day(datetime(2026, 3, 2, tzinfo=UTC)) == "2 Mar 2026"
    assert day(date(2026, 11, 21)) == "21 Nov 2026"
    assert day(None) == ""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("日本語日本語日本語", ["日本語日", "本語日本", "語"]),
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),
        ("see https://fjord.example/plan now", ["see", "https://fjord.example/plan", "now"]),
        ("one\ntwo", ["one", "two"]),
        ("x one\u00a0two", ["x", "one\u00a0two"]),
        ("", []),
    ],
)
def test_text_is_wrapped_by_the_columns_that_it_takes(text: str, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrapped(text, 8)] == lines


@given(st.text(), st.integers(min_value=2, max_value=90))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrapped(text, width)]
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_mark_up_in_a_name_is_printed_as_it_is(theirside: Run, tmp_path: object) -> None:
    from pathlib import Path

    box = Path(str(tmp_path)) / "mail.eml"
    sender = '"Dana [bold] :fire: Whitfield" <dana@whitfield.example>'
    box.write_text(mail(sender, NORA, 1, "Our biggest problem is the queue."), encoding="utf-8")
    theirside("init", "--us", "fjord.example")
    theirside("add", box)
    assert "[bold] :fire:" in theirside("people").out
    assert "[bold] :fire:" in theirside("show", "rounds").out


@pytest.mark.parametrize(("holder", "shown"), [("He", "him"), ("Tadhg", "Tadhg")])
def test_whoever_is_meant_is_named_as_people_say_it(holder: str, shown: str) -> None:
    quote = Quote("c", 0, 0, 4, "fine")
    it = Observation("a1", "p1", "belief", "fine", (quote,), Status.HEARD, 0.9, holder=holder)
    assert mark(it) == ("↷", f"as they tell it of {shown}")
