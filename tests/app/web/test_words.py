"""The words of templates: every one of them is wrapped, so that it can be translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

from theirside.app import web

TEMPLATES = Path(web.__file__).parent / "templates"
PLACE = "z"
"""Stands for whatever a tag or a variable puts there: the name of an element, too."""
SPOKEN = {
    "alt",
    "aria-label",
    "aria-description",
    "data-label",
    "data-told",
    "placeholder",
    "title",
}
"""Attributes that people read or hear."""
NO_WORDS = {"Theirside", "offer", "yaml", "j", "k", "M", "B", "GB"}
"""Names that are the same in every language."""


class Words(HTMLParser):
    """Gathers what stands in a page for people to read."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self._inside.append(tag)
        self.found += [value or "" for name, value in attrs if name in SPOKEN]

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == self._inside[-1]:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.found.append(data)


def bare(template: str) -> Iterator[str]:
    """Yield the words of a template that stand there untranslated."""
    text, hidden = "", ""
    for token in Lexer(template).tokenize():
        name = token.contents.split()[0] if token.contents.split() else ""
        if token.token_type == TokenType.BLOCK and name in {"comment", "blocktranslate"}:
            hidden = f"end{name}"
        elif token.token_type == TokenType.BLOCK and name == hidden:
            hidden, text = "", text + PLACE
        elif not hidden:
            text += token.contents if token.token_type == TokenType.TEXT else PLACE
    words = Words()
    words.feed(text)
    for each in words.found:
        for word in re.findall(r"[^\W\d_]+", each):
            if (said := word.strip(PLACE)) and said not in NO_WORDS:
                yield said


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_a_template_says_nothing_that_cannot_be_translated(path: Path) -> None:
    assert list(bare(path.read_text("utf-8"))) == []


def test_what_stands_bare_is_found() -> None:
    assert list(bare('<p title="Seen">{{ n }} of {% if a %}ours{% endif %}</p>')) == [
        "Seen",
        "of",
        "ours",
    ]


def test_what_is_wrapped_is_left_alone() -> None:
    wrapped = (
        '<p class="words" title="{% translate "Seen" %}">{% translate "ours" %}'
        "{% blocktranslate count n=n %}1 talk{% plural %}{{ n }} talks{% endblocktranslate %}</p>"
        "{% comment %}what this is{% endcomment %}<script>let it = 1;</script>"
    )

    assert list(bare(wrapped)) == []
