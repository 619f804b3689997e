"""Turns cut into pieces, and the words for when they were spoken."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.talks import ANNA, START
from theirside.app.web.talking import Note, clock, in_paragraphs, pieces, time_words, title_of
from theirside.conversation import Channel, Turn
from theirside.evidence import Annotation, Quote

TEXT = "We are slow. We want quiet."


def note(start: int, label: str, **more: object) -> Annotation:
    return Annotation(0, start, start + 3, label, 0.9, "test-1", **more)  # type: ignore[arg-type]


def test_a_turn_without_marks_is_one_piece() -> None:
    [only] = pieces(TEXT, ())

    assert (only.text, only.notes, only.marked) == (TEXT, (), False)
    assert pieces("", ()) == ()


def test_a_piece_begins_where_a_note_belongs() -> None:
    first, second = pieces(TEXT, [note(13, "facet.goal")])

    assert (first.text, second.text) == ("We are slow. ", "We want quiet.")
    assert second.notes == (Note("Goal"),)


def test_what_a_moment_rests_on_is_marked_and_nothing_more() -> None:
    found = pieces(TEXT, (), [Quote("c", 0, 3, 11, TEXT[3:11])])

    assert [(each.text, each.marked) for each in found] == [
        ("We ", False),
        ("are slow", True),
        (". We want quiet.", False),
    ]


def test_notes_of_one_place_are_told_once_with_sign_day_and_whose() -> None:
    notes = [
        note(0, "facet.feeling"),
        note(0, "feeling.worried"),
        note(0, "feeling.worried"),
        note(0, "promise", due=date(2026, 3, 14)),
        note(0, "facet.goal", holder="my boss"),
    ]

    [only] = pieces(TEXT, notes)

    assert only.notes == (
        Note("Worried", "≈"),
        Note("Promise by 14 Mar 2026"),
        Note("Goal", "↷", "of my boss"),
    )


def test_beside_what_is_left_alone_nothing_else_is_told() -> None:
    [only] = pieces(TEXT, [note(0, "special"), note(0, "facet.goal")])

    assert only.notes == (Note("Left alone"),)


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=6),
)
def test_no_word_is_lost_or_doubled_wherever_marks_lie(
    text: str, places: list[tuple[int, int]]
) -> None:
    notes = [Annotation(0, start, end, "facet.goal", 1.0, "t") for start, end in places]
    marked = [Quote("c", 0, start, end, "") for start, end in places]

    assert "".join(each.text for each in pieces(text, notes, marked)) == text


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (62.9, "1:02"), (3600, "1:00:00"), (7325, "2:02:05")]
)
def test_a_place_in_a_call_is_told_as_on_a_player(seconds: float, words: str) -> None:
    assert clock(seconds) == words


def test_a_day_is_told_where_it_is_new() -> None:
    first = Turn("1", ANNA, "Hello.", START)
    again = Turn("2", ANNA, "Again.", START.replace(hour=11))

    assert time_words(first) == "2 Mar 2026, 09:00"
    assert time_words(again, first) == "11:00"
    assert time_words(Turn("3", ANNA, "When?")) == ""


def test_a_talk_is_called_by_its_subject_else_by_whom_it_was_with() -> None:
    assert title_of("Cellar", Channel.MAIL, ["Anna"]) == "Cellar"
    assert (
        title_of("", Channel.CHAT, ["Anna", "Ben", "Cleo", "Dora"]) == "Chat with Anna, Ben, Cleo"
    )
    assert title_of("", Channel.NOTE, []) == "Note"


def test_lines_that_a_mail_program_wrapped_are_joined_and_nothing_else() -> None:
    long = "Depending on one person would make me nervous as well, and so would waiting for"
    wrapped = f"Dear Marit,\n\n{long}\nOctober.\n\n- a list\n- of two\n\nNora Tveit\nAmbleround"

    joined = in_paragraphs(wrapped)

    assert f"{long} October." in joined
    assert joined.replace(" ", "\n") == wrapped.replace(" ", "\n")
    assert "Dear Marit,\n\nDepending" in joined
    assert "- a list\n- of two\n\nNora Tveit\nAmbleround" in joined
    assert in_paragraphs(f"{long}.\nNora") == f"{long}.\nNora"
