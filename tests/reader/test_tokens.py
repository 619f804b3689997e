"""The words of a sentence as required words ask for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.reader.tokens import DIGIT, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Oven is hot.", {"the", "oven", "oven*", "is", "hot"}),
        ("our doctor's e-mail", {"our", "doctor", "doct*", "s", "e", "mail", "mail*"}),
        ("€40,000?", {"€", "40", "000", "?", DIGIT}),
        ("the A4 sheet", {"the", "a4", "sheet", "shee*", DIGIT}),
        ("snake_case", {"snake", "snak*", "case", "case*"}),
        ("", set()),
    ],
)
def test_words_their_beginnings_and_signs(text: str, words: set[str]) -> None:
    assert tokens(text) == words


@given(st.text())
def test_a_digit_is_a_digit_as_expressions_see_it(text: str) -> None:
    assert (DIGIT in tokens(text)) == bool(re.search(r"\d", text))


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_whatever_matches_a_letter_where_case_is_ignored_becomes_that_letter(letter: str) -> None:
    regex = re.compile(letter, re.IGNORECASE)
    alike = [chr(code) for code in range(0x30000) if regex.match(chr(code))]
    assert len(alike) >= 2
    assert all(tokens(each) == {letter} for each in alike)
