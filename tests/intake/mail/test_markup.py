"""What mail programs mean by their HTML."""

from __future__ import annotations

import pytest

from theirside.intake.mail.markup import HINTS, Role, is_hidden, is_ruled, role


@pytest.mark.parametrize(
    ("tag", "attributes", "found"),
    [
        ("blockquote", {"type": "cite"}, Role.QUOTE),
        ("blockquote", {"type": "CITE", "cite": "mid:1"}, Role.QUOTE),
        ("blockquote", {"class": "gmail_quote"}, Role.QUOTE),
        ("div", {"class": "gmail_quote gmail_quote_container"}, Role.QUOTE),
        ("div", {"class": "yahoo_quoted", "id": "yahoo_quoted_1"}, Role.QUOTE),
        ("div", {"class": "protonmail_quote"}, Role.QUOTE),
        ("span", {"id": "OLK_SRC_BODY_SECTION"}, Role.QUOTE),
        ("div", {"id": "mail-editor-reference-message-container"}, Role.QUOTE),
        ("blockquote", {}, Role.INDENT),
        ("blockquote", {"style": "margin-left:40px"}, Role.INDENT),
        ("div", {"class": "gmail_attr"}, Role.HEADER),
        ("div", {"class": "moz-cite-prefix"}, Role.HEADER),
        ("div", {"id": "divRplyFwdMsg", "dir": "ltr"}, Role.REST),
        ("div", {"id": "appendonsend"}, Role.REST),
        ("div", {"class": "gmail_signature"}, Role.SIGNATURE),
        ("pre", {"class": "moz-signature", "cols": "72"}, Role.SIGNATURE),
        ("div", {"id": "Signature"}, Role.SIGNATURE),
        ("div", {"id": "ms-outlook-mobile-signature"}, Role.SIGNATURE),
        ("div", {"data-smartmail": "gmail_signature"}, Role.SIGNATURE),
        ("div", {}, None),
        ("div", {"class": "gmail_default"}, None),
        ("p", {"class": "quoted-price"}, None),
        ("div", {"class": "signature-dish"}, None),
        ("div", {"id": "quote"}, None),
    ],
)
def test_an_element_is_what_its_program_says(
    tag: str, attributes: dict[str, str], found: Role | None
) -> None:
    assert role(tag, attributes) is found


def test_an_element_is_hidden_by_style_or_attribute() -> None:
    assert is_hidden({"style": "color:red; display: none"})
    assert is_hidden({"hidden": ""})
    assert not is_hidden({"style": "display:inline"})
    assert not is_hidden({})


def test_outlooks_divider_is_a_line_drawn_above() -> None:
    assert is_ruled("hr", {})
    assert is_ruled("div", {"style": "border:none;border-top:solid #E1E1E1 1.0pt"})
    assert not is_ruled("div", {"style": "border:none"})
    assert not is_ruled("td", {"style": "border-top:solid black"})


def test_the_cheap_look_finds_marked_html_only() -> None:
    assert HINTS.search("<div CLASS='gmail_quote'>")
    assert HINTS.search("<BLOCKQUOTE>")
    assert not HINTS.search("<div class='hero'><p>Quote of the day</p></div>")
