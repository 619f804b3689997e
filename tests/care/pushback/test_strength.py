"""How strong pushback is, by its wording."""

from __future__ import annotations

import pytest

from tests.care.pushback.pushing import place
from theirside.care.pushback.pushed import Level
from theirside.care.pushback.strength import strength_of, wording

FIRES = [(each.id, text) for each in wording() for text in each.fires]
SILENT = [(each.id, text) for each in wording() for text in each.silent]


def signs(text: str) -> list[str]:
    return [each.id for each in strength_of([place(text)]).signs]


@pytest.mark.parametrize(("wording_id", "text"), FIRES)
def test_it_is_seen_in_its_examples(wording_id: str, text: str) -> None:
    assert wording_id in signs(text)


@pytest.mark.parametrize(("wording_id", "text"), SILENT)
def test_it_is_not_seen_where_it_is_not(wording_id: str, text: str) -> None:
    assert wording_id not in signs(text)


def test_each_has_two_examples_of_both_kinds_and_an_id_of_its_own() -> None:
    ids = [each.id for each in wording()]
    assert len(ids) == len(set(ids)) == 12
    assert all(len(each.fires) >= 2 and len(each.silent) >= 2 for each in wording())


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("It's too dear.", Level.PLAIN),
        ("It's far too dear.", Level.FIRM),
        ("It's a bit too dear.", Level.TENTATIVE),
        ("It's far too dear right now.", Level.PLAIN),
        ("As I said, it's far too dear right now.", Level.FIRM),
    ],
)
def test_the_level_is_the_balance_of_the_signs(text: str, level: Level) -> None:
    assert strength_of([place(text)]).level is level


def test_a_sign_quotes_exactly_the_words_that_make_it() -> None:
    text = "Well, it's far too dear."
    [sign] = strength_of([place(text)]).signs
    assert (sign.weight, sign.evidence.text) == (1, "far too")
    assert text[sign.evidence.start : sign.evidence.end] == "far too"


def test_a_wording_counts_once_however_often_it_stands_there() -> None:
    found = strength_of([place("Far too dear, way too dear."), place("Far too much.", turn=1)])
    assert [each.id for each in found.signs] == ["more"]


def test_capitals_are_looked_for_as_they_stand() -> None:
    assert "loud" in signs("We do NOT want it.")
    assert "loud" not in signs("We do not want it.")


def test_nothing_said_is_plain() -> None:
    assert strength_of([]).level is Level.PLAIN
