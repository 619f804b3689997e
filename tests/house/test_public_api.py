"""What a notebook may count on: the names in ``theirside`` and nothing by accident."""

from __future__ import annotations

import inspect

import theirside


def test_every_public_name_is_there_and_the_list_is_sorted() -> None:
    assert sorted(theirside.__all__) == theirside.__all__
    for name in theirside.__all__:
        assert getattr(theirside, name) is not None


def test_every_public_name_is_documented() -> None:
    undocumented = [
        name for name in theirside.__all__ if not inspect.getdoc(getattr(theirside, name))
    ]
    assert undocumented == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(theirside, "raed")
