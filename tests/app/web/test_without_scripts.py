"""Without scripts every page works: whatever HTMX does in place, a form or a link does as well."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

from tests.app.web.test_words import TEMPLATES

BY_ITSELF = ("load", "intersect", "every", "revealed", "toggle")
"""What brings more to a page without anybody's doing: a link or words stand in its place."""
AS_ONE_TYPES = ("change", "input")
"""What spares pressing the form's own button."""


class Elements(HTMLParser):
    """Gathers what asks by HTMX and could not do so by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._forms = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if not self._works(tag, given):
            self.found.append(f"<{tag} {' '.join(sorted(given))}>")
        self._forms += tag == "form"

    def handle_endtag(self, tag: str) -> None:
        self._forms -= tag == "form"

    def _works(self, tag: str, given: dict[str, str]) -> bool:
        if "hx-post" in given:
            posts = tag == "form" and given.get("method") == "post"
            return posts or (
                self._forms > 0 and given.get("hx-trigger", "").startswith(AS_ONE_TYPES)
            )
        if "hx-get" in given:
            wanted = given.get("hx-trigger", "")
            return (
                (tag == "a" and "href" in given)
                or (tag == "form" and given.get("method") == "get")
                or wanted.startswith(BY_ITSELF)
                or (self._forms > 0 and wanted.startswith(AS_ONE_TYPES))
            )
        if tag == "button" and given.get("type") == "button":
            return "hidden" in given or "data-theme-switch" in given
        return True


def lacking(template: str) -> Iterator[str]:
    """Yield the elements of a template that do nothing without scripts."""
    text = "".join(
        token.contents if token.token_type == TokenType.TEXT else "z"
        for token in Lexer(template).tokenize()
        if token.token_type in {TokenType.TEXT, TokenType.VAR}
    )
    elements = Elements()
    elements.feed(text)
    yield from elements.found


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_nothing_needs_a_script(path: Path) -> None:
    assert list(lacking(path.read_text("utf-8"))) == []


def test_what_needs_one_is_found() -> None:
    assert list(lacking('<button hx-post="/x">Do</button><span hx-get="/y"></span>')) == [
        "<button hx-post>",
        "<span hx-get>",
    ]
    assert list(lacking('<button type="button">Copy</button>')) == ["<button type>"]


def test_what_does_without_is_left_alone() -> None:
    assert list(lacking('<form method="post" hx-post="/x"><button>Do</button></form>')) == []
    assert (
        list(lacking('<a href="/y" hx-get="/y">More</a><p hx-get="/z" hx-trigger="load"></p>'))
        == []
    )
