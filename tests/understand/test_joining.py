"""Joining voices into groups, with splits in between."""

from __future__ import annotations

from theirside.understand.joining import Groups

KEYS = {"a": ("a", "mail"), "b": ("b", "mail"), "c": ("c",)}


def test_voices_are_joined_by_key_or_id() -> None:
    groups = Groups(KEYS, {"1234": "c"})

    assert groups.join("mail", "1234")
    assert groups.members() == [["a", "b", "c"]]
    assert groups.group_of("c") == "a"


def test_a_split_refuses_every_join_that_would_bring_the_two_together() -> None:
    groups = Groups(KEYS, {})
    groups.keep_apart([("a", "c")])

    assert groups.join_voices("a", "b")
    assert not groups.join_voices("b", "c")
    assert groups.are_apart(["c"], ["a", "b"])
    assert groups.members() == [["a", "b"], ["c"]]


def test_who_leaves_a_shared_key_leaves_all_others_who_bear_it() -> None:
    groups = Groups(KEYS, {})
    groups.keep_apart([("mail", "b")])

    assert not groups.join_voices("a", "b")
    assert groups.join_voices("b", "c")


def test_keys_that_nobody_bears_join_nothing() -> None:
    groups = Groups(KEYS, {})

    assert groups.join("nowhere", "nobody")
    assert len(groups.members()) == 3
