"""The ways of answering as data: their examples hold."""

from __future__ import annotations

import pytest

from tests.care.pushback.pushing import exchange
from theirside.care.pushback.answers import answers_to
from theirside.care.pushback.ways import Exchange, ways
from theirside.reader import labels

FIRES = [(each.id, one) for each in ways().values() for one in each.fires]
SILENT = [(each.id, one) for each in ways().values() for one in each.silent]


def seen(one: Exchange) -> list[str]:
    talk = exchange(one.theirs, one.ours, one.labels)
    return [each.way for each in answers_to(talk, 0, "price")]


@pytest.mark.parametrize(("way", "one"), FIRES, ids=lambda each: str(each)[:60])
def test_it_is_seen_in_its_examples(way: str, one: Exchange) -> None:
    assert way in seen(one)


@pytest.mark.parametrize(("way", "one"), SILENT, ids=lambda each: str(each)[:60])
def test_it_is_not_seen_where_it_is_not(way: str, one: Exchange) -> None:
    assert way not in seen(one)


@pytest.mark.parametrize("way", sorted(ways()))
def test_each_has_two_examples_of_both_kinds_and_known_labels(way: str) -> None:
    it = ways()[way]
    assert len(it.fires) >= 2
    assert len(it.silent) >= 2
    known = {*labels(), *(label.partition(".")[0] for label in labels())}
    assert set(it.labels) <= known


def test_they_come_in_order() -> None:
    assert list(ways()) == [
        "acknowledged",
        "asked",
        "viewed",
        "gave",
        "left",
        "defended",
        "pressed",
        "ourselves",
        "ignored",
    ]
