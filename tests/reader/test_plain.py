"""What patterns read: short forms written out, ums and stutters gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.reader.plain import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We’re late", "We are late"),
        ("we can't, we won't, we don't", "we can not, we will not, we do not"),
        ("we cannot and dont", "we can not and do not"),
        ("I'd say it's fine", "I would say it is fine"),
        ("Dana's oven", "Dana's oven"),
        ("gonna bake", "going to bake"),
        ("so, um, we need, uh, flour", "so we need flour"),
        ("It's, you know, late", "It is late"),
        ("we we need the the oven", "we need the oven"),
        ("we, we need it", "we need it"),
        ("“late”…", '"late"...'),
        ("it is *very* late", "it is very late"),
        ("hard\n  wrapped\r\nline", "hard wrapped line"),
        ("thumb and summer", "thumb and summer"),
        ("", ""),
    ],
)
def test_smooths(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_never_fails_and_leaves_single_spaces(text: str) -> None:
    assert "\n" not in plain(text)
