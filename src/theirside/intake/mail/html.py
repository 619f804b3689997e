"""Stand-in until the real HTML reading lands."""

from __future__ import annotations


def to_text(html: str) -> str:
    """Return the text of an HTML mail."""
    from lxml import html as lxml_html

    return str(lxml_html.fromstring(html or "<p></p>").text_content())
