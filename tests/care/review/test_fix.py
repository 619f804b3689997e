"""Safe changes, and nothing else."""

from __future__ import annotations

from theirside.care.review.finding import Finding
from theirside.care.review.fix import fixed


def at(start: int, end: int, fix: str | None) -> Finding:
    return Finding("a.b", start, end, 1, start + 1, "m", "w", "b", fix=fix)


def test_every_change_is_made_and_told() -> None:
    text, changes = fixed("the the cat  sat", [at(11, 13, " "), at(0, 7, "the")])
    assert text == "the cat sat"
    assert [(each.old, each.new) for each in changes] == [("the the", "the"), ("  ", " ")]


def test_what_has_no_fix_stays() -> None:
    assert fixed("buy it", [at(0, 3, None)]) == ("buy it", [])


def test_of_two_that_overlap_only_the_first_is_made() -> None:
    text, changes = fixed("abcdef", [at(0, 4, "x"), at(2, 6, "y")])
    assert (text, len(changes)) == ("xef", 1)


def test_line_breaks_are_never_touched() -> None:
    assert fixed("a\nb", [at(0, 3, "ab")])[0] == "a\nb"
    assert fixed("a b", [at(0, 3, "a\nb")])[0] == "a b"
