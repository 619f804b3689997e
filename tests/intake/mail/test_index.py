"""The index puts letters into threads, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.format import Letter
from theirside.intake.mail.index import Entry, Index, digest
from theirside.intake.source import Source


@pytest.fixture
def index() -> Iterator[Index]:
    index = Index()
    yield index
    index.close()


def entry(key: str, *links: str, at: float | None = 0, groups: tuple[str, ...] = ()) -> Entry:
    source = Source(f"{key}.mbox", Path(f"{key}.mbox"))
    return Entry(Letter(source, key, 3, 7, format="mbox"), key, links, groups, at, "s")


def threads(index: Index) -> list[tuple[str, list[str]]]:
    return [(root, [p.letter.item for p in places]) for root, places in index.threads()]


def test_answers_join_what_they_answer(index: Index) -> None:
    for one in (entry("a"), entry("b", "a", at=1), entry("x", at=2), entry("c", "a", "b", at=3)):
        assert index.add(one)
    assert threads(index) == [
        (digest("a").hex(), ["a", "b", "c"]),
        (digest("x").hex(), ["x"]),
    ]


def test_a_second_copy_is_refused(index: Index) -> None:
    assert index.add(entry("a"))
    assert not index.add(entry("a"))


def test_the_id_is_the_roots_though_the_root_is_elsewhere(index: Index) -> None:
    index.add(entry("c", "a", "b"))
    assert threads(index) == [(digest("a").hex(), ["c"])]


def test_a_chain_of_single_answers_leads_to_its_root(index: Index) -> None:
    for one in (entry("d", "c", at=4), entry("b", "a", at=2), entry("c", "b", at=3)):
        index.add(one)
    assert threads(index) == [(digest("a").hex(), ["b", "c", "d"])]


def test_answers_in_a_circle_are_one_thread(index: Index) -> None:
    index.add(entry("a", "b"))
    index.add(entry("b", "a", at=1))
    ((_, items),) = threads(index)
    assert items == ["a", "b"]


def test_a_mail_programs_thread_joins(index: Index) -> None:
    index.add(entry("a", groups=("outlook:1",)))
    index.add(entry("b", at=1, groups=("outlook:1",)))
    assert threads(index) == [(digest("a").hex(), ["a", "b"])]


def test_a_letter_comes_back_as_it_went_in(index: Index) -> None:
    index.add(entry("a"))
    ((_, (place,)),) = index.threads()
    assert place.letter == entry("a").letter
    assert (place.parent, place.at) == (-1, 0)


@given(st.permutations(["a", "b", "c", "d", "e"]))
def test_the_order_of_import_changes_nothing(keys: list[str]) -> None:
    links = {"a": [], "b": ["a"], "c": ["a", "b"], "d": ["c"], "e": ["a", "d"]}
    index = Index()
    for key in keys:
        index.add(entry(key, *links[key], at=ord(key)))
    assert threads(index) == [(digest("a").hex(), ["a", "b", "c", "d", "e"])]
    index.close()
