"""Numbers in a query: those that make sense, and the others."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from theirside.app.web.asking import number_in


@pytest.mark.parametrize(
    ("query", "number"),
    [("n=12", 12), ("n=0", 0), ("", 7), ("n=", 7), ("n=-1", 7), ("n=x", 7), ("n=123456789", 7)],
)
def test_a_number_is_taken_where_it_makes_sense(query: str, number: int) -> None:
    assert number_in(RequestFactory().get(f"/?{query}"), "n", 7) == number


def test_what_only_looks_like_a_digit_is_none() -> None:
    assert number_in(RequestFactory().get("/", {"n": "²"}), "n") == 0
