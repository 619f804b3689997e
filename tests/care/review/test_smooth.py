"""A sentence made ready for rules, and every character led back to its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.care.review.smooth import smooth


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("We’re not there", "We are not there"),
        ("“I can’t”", '"I can not"'),
        ("one\n   two", "one two"),
        ("wait… now", "wait... now"),
        ("a **bold** word", "a bold word"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case stays", "snake_case stays"),
        ("nothing to do", "nothing to do"),
    ],
)
def test_short_forms_are_written_out_and_typography_is_plain(written: str, read: str) -> None:
    assert smooth(written).text == read


def test_a_match_is_led_back_to_what_was_written() -> None:
    text = "Hi. We’re just  checking in."
    ready = smooth(text)
    start = ready.text.index("just checking")
    left, right = ready.span(start, start + len("just checking"))
    assert text[left:right] == "just  checking"


def test_what_is_written_out_leads_back_to_the_short_form() -> None:
    text = "They can't pay"
    ready = smooth(text)
    at = ready.text.index("can not")
    assert ready.span(at, at + len("can not")) == (5, 10)


def test_places_begin_where_the_sentence_does() -> None:
    assert smooth("word", 10).span(0, 4) == (10, 14)


def test_an_empty_match_is_an_empty_place() -> None:
    assert smooth("word").span(2, 2) == (2, 2)


@given(st.text(max_size=60))
def test_every_character_has_a_place_and_places_never_go_back(text: str) -> None:
    ready = smooth(text)
    assert len(ready.text) == len(ready.places)
    assert list(ready.places) == sorted(ready.places)
    assert all(0 <= place < len(text) for place in ready.places)
