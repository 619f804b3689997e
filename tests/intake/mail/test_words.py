"""Encoded words are decoded as people meant them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.mail.words import decode_words


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("The pilot", "The pilot"),
        ("=?utf-8?q?Gr=C3=B6=C3=9Fe?=", "Größe"),
        ("=?UTF-8?B?R3LDtsOfZQ==?=", "Größe"),
        ("=?utf-8?b?R3LDtsOfZQ?=", "Größe"),
        ("=?utf-8?q?Gr=C3?= =?utf-8?q?=B6=C3=9Fe?=", "Größe"),
        ("=?utf-8?q?one?= =?iso-8859-1?q?_tw=F6?=", "one twö"),
        ("a =?utf-8?q?b?= c", "a b c"),
        ("=?utf-8*de?q?Gr=C3=B6=C3=9Fe?=", "Größe"),
        ("=?utf-8?q?two words?=", "two words"),
        ("=?utf-8?q?a=3Db?=", "a=b"),
        ("=?x-unknown?q?Gr=F6=DFe?=", "Größe"),
        ("=?utf-8?x?odd?=", "=?utf-8?x?odd?="),
        ("=?utf-8?q?never ends", "=?utf-8?q?never ends"),
        ("two   spaces\tand a\x00 nothing", "two spaces and a nothing"),
    ],
)
def test_words(value: str, expected: str) -> None:
    assert decode_words(value) == expected


@pytest.mark.parametrize("unit", ["=?", "=?utf-8?q?", "=?utf-8?q?a?= ", " ", "?="])
def test_an_endless_value_comes_to_an_end(unit: str) -> None:
    assert len(decode_words(unit * 5000)) <= len(unit) * 5000


@given(st.text(alphabet="=?utf-8qbB aZ_\n", max_size=60))
def test_nothing_raises(value: str) -> None:
    assert isinstance(decode_words(value), str)
