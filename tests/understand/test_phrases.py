"""Turns of phrase, and quoting within a sentence of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.understand.phrases import phrases, plain, shortened
from theirside.understand.situations import situations


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The export breaks.", "The export breaks"),
        ("  “The export\n breaks!”  ", "The export breaks"),
        ("3. How long is it kept?", "How long is it kept?"),
        ("- on paper", "on paper"),
        ("3.5 tons a day", "3.5 tons a day"),
        ("Wait…", "Wait"),
    ],
)
def test_words_are_shown_on_one_line_without_a_stop(words: str, shown: str) -> None:
    assert shortened(words) == shown


def test_long_words_end_in_an_ellipsis() -> None:
    assert shortened("one two three, four", words=3) == "one two three…"


@given(st.text(max_size=200))
def test_nothing_is_put_into_anybodys_mouth(text: str) -> None:
    assert set(shortened(text)) <= set(text) | {"…", " "}
    assert "\n" not in plain(text)


@pytest.mark.parametrize(
    "text", ["Let me check and get back to you.", "Good question.", "I’ll find out."]
)
def test_putting_off_is_seen(text: str) -> None:
    assert phrases().deferring.search(text)


@pytest.mark.parametrize("text", ["It works offline.", "We checked it in May.", "Kept for a year."])
def test_telling_is_not_putting_off(text: str) -> None:
    assert not phrases().deferring.search(text)


@pytest.mark.parametrize("text", ["I'm so sorry.", "I can imagine.", "That sounds exhausting."])
def test_taking_up_a_feeling_is_seen(text: str) -> None:
    assert phrases().acknowledging.search(text)


def test_situations_are_whole() -> None:
    for situation in situations().values():
        assert situation.text.endswith("?")
        assert situation.text.count("?") == 1
        assert "{words}" in situation.text
        assert 0 < situation.weight <= 1
        assert situation.why.endswith(".")
