"""Verdicts: the examples of the data file, and what lies near."""

from __future__ import annotations

import pytest

from theirside.serve.checkback.verdict import is_aside, is_yes_to_all, verdict_of, words


@pytest.mark.parametrize("example", words().examples, ids=lambda each: each[0])
def test_every_example_holds(example: tuple[str, ...]) -> None:
    text, verdict, how = (*example, "")[:3]
    assert verdict_of(text) == ((verdict, how) if verdict else None)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("All correct, thanks", False),
        ("All correct. Thanks", True),
        ("Yes to all of them.", True),
        ("Everything is right except 3", False),
        ("All but one is right", False),
        ("yes", False),
    ],
)
def test_yes_to_everything(text: str, yes: bool) -> None:
    assert is_yes_to_all(text) is yes


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Hi Sam,", True),
        ("See my answers below.", True),
        ("Kind regards", True),
        ("Many thanks, Dana", True),
        ("Call Priya about it", False),
        ("yes", False),
    ],
)
def test_what_only_stands_around_an_answer(text: str, aside: bool) -> None:
    assert is_aside(text) is aside
