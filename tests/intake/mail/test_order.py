"""Turns stand by time; one without a time stands where it answers."""

from __future__ import annotations

from pathlib import Path

from theirside.intake.format import Letter
from theirside.intake.mail.index import Place
from theirside.intake.mail.order import in_order
from theirside.intake.source import Source

LETTER = Letter(Source("a", Path("a")), "a")


def nodes(*places: tuple[int, int, float | None]) -> list[int]:
    given = [Place(LETTER, node, parent, at) for node, parent, at in places]
    return [place.node for place in in_order(given)]


def test_known_times_stay_as_they_come() -> None:
    assert nodes((1, -1, 1.0), (2, 1, 2.0)) == [1, 2]


def test_without_a_time_an_answer_follows_what_it_answers() -> None:
    assert nodes((1, -1, 1.0), (2, 1, 2.0), (3, 1, None)) == [1, 3, 2]


def test_without_a_time_the_root_comes_before_its_answers() -> None:
    assert nodes((2, 1, 2.0), (3, 2, 3.0), (1, -1, None)) == [1, 2, 3]


def test_with_nothing_to_go_by_it_comes_last() -> None:
    assert nodes((2, 1, 2.0), (9, -1, None), (10, 9, None)) == [2, 9, 10]
