"""A body as lines that know where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.mail.lines import next_written, to_lines


@given(st.text(alphabet="ab> \n\u00a0\u200b", max_size=60))
def test_lines_cover_the_body_without_gap_or_overlap(body: str) -> None:
    lines = to_lines(body)
    assert "".join(body[line.start : line.end] for line in lines) == body
    assert [line.text for line in lines] == body.split("\n")


@pytest.mark.parametrize(
    ("text", "depth", "bare"),
    [
        ("a", 0, "a"),
        ("> a", 1, "a"),
        (">a", 1, "a"),
        (">> a", 2, "a"),
        ("> > a", 2, "a"),
        ("  > a", 1, "a"),
        ("\u00a0> a", 1, "a"),
        ("＞ a", 1, "a"),
        ("&gt; a", 1, "a"),
        (">", 1, ""),
        ("AL> a", 1, "a"),
        ("Martin> a", 1, "a"),
        ("-> a", 0, "-> a"),
        ("=> a", 0, "=> a"),
        ("mysql> a", 0, "mysql> a"),
        ("MO>>UY^", 0, "MO>>UY^"),
        ("A > B", 0, "A > B"),
        ("\u200ba\u200b", 0, "a"),
    ],
)
def test_quote_marks_are_counted(text: str, depth: int, bare: str) -> None:
    (line,) = to_lines(text)
    assert (line.depth, line.bare) == (depth, bare)


def test_patterns_never_see_more_than_a_bounded_part_of_a_line() -> None:
    (line,) = to_lines("x" * 200_000)
    assert len(line.bare) <= 600
    assert len(line.text) == 200_000


def test_blank_is_what_shows_nothing() -> None:
    assert to_lines(" \u00a0\u200b")[0].is_blank
    assert not to_lines(">")[0].is_blank
    assert next_written(to_lines("\n\na\nb"), 0) == 2
    assert next_written(to_lines("a\n\n"), 1) == 3
