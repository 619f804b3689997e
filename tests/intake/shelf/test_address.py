"""Addresses lose what only counts, and nothing else."""

from __future__ import annotations

import pytest

from theirside.intake.shelf.address import plain_address


@pytest.mark.parametrize(
    ("url", "plain", "marks"),
    [
        (
            "https://a.example/x?utm_source=n&id=7&fbclid=1",
            "https://a.example/x?id=7",
            ("utm_source", "fbclid"),
        ),
        ("https://a.example/x?gclid=1#part", "https://a.example/x#part", ("gclid",)),
        ("https://a.example/#utm_medium=rss", "https://a.example/", ("utm_medium",)),
        ("https://a.example/x?page=2&q=utm", "https://a.example/x?page=2&q=utm", ()),
        ("  http://a.example ", "http://a.example", ()),
        ("https://a.example/x?", "https://a.example/x", ()),
    ],
)
def test_tracking_marks_are_taken_out(url: str, plain: str, marks: tuple[str, ...]) -> None:
    assert plain_address(url) == (plain, marks)


@pytest.mark.parametrize(
    "url", ["ftp://a.example", "javascript:alert(1)", "a.example", "", "https://"]
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        plain_address(url)
