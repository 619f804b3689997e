"""Recommendations are read from the words that tell of them, with the right name."""

from __future__ import annotations

import pytest

from theirside.datafile import naming
from theirside.errors import SettingsError
from theirside.serve.ledger.recommending import Way, _way, is_name, ways, ways_found


def cases(which: str) -> list[tuple[Way, object]]:
    return [(way, example) for way in ways() for example in getattr(way, which)]


def name(case: object) -> str:
    return case.id if isinstance(case, Way) else str(case)[:40]


@pytest.mark.parametrize(("way", "example"), cases("fires"), ids=name)
def test_a_way_finds_the_name_that_it_must(way: Way, example: tuple[str, str]) -> None:
    found = dict(ways_found(example[0], by_us=way.by_us, first=True))
    assert found.get(way) == example[1]


@pytest.mark.parametrize(("way", "text"), cases("silent"), ids=name)
def test_a_way_leaves_alone_what_it_must(way: Way, text: str) -> None:
    assert way.name_in(text) is None


def test_what_only_opens_an_acquaintance_is_read_nowhere_else() -> None:
    words = "Hilde tells me you know about pumps."
    assert [way.id for way, _ in ways_found(words, by_us=False, first=True)] == ["says-you-are"]
    assert list(ways_found(words, by_us=False, first=False)) == []


def test_words_count_for_the_side_that_says_them() -> None:
    words = "I've told Hilde Moe about you."
    [(way, _)] = ways_found(words, by_us=True, first=False)
    assert way.id == "told-them-of-you"
    [(way, _)] = ways_found(words, by_us=False, first=False)
    assert way.id == "told-somebody"


@pytest.mark.parametrize("text", ["Hilde", "Hilde Moe", "my sister", "A friend", "Our neighbour"])
def test_a_name_is_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["She", "I", "They", "Nobody", "Perhaps"])
def test_a_pronoun_is_none(text: str) -> None:
    assert not is_name(text)


def test_a_misshapen_way_is_named() -> None:
    told = r"^referrals\.yaml, odd: .*'pattern'"
    with pytest.raises(SettingsError, match=told), naming("referrals.yaml, odd"):
        _way({"id": "odd", "who": "ours"})
