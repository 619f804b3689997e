"""A saved web page (HTML): one article, its title, its own address if it names one, its words.

Of a page that marks its main part (``article``, ``main``) only that is read: menus and forms around
it are not what anybody would give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from theirside.intake.report import Report
from theirside.intake.shelf.entry import EMPTY, keep, name_as_title
from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.intake.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "html"
_LOOKS = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_MAIN = ("//article", "//main", "//*[@role='main']")
_AROUND = "//nav|//footer|//aside|//form|//button"


def recognises(source: Source) -> float:
    """Sure where the first characters are a page's."""
    return 0.6 if _LOOKS.search(source.head_text[:4096]) else 0.0


def read(source: Source, report: Report) -> Iterator[Thing]:
    """Yield the article; one item."""
    from lxml import etree

    from theirside.intake.mail.html import to_text

    html = source.text()
    root = _root(html)
    if root is None:
        report.skip(source.name, EMPTY)
        return
    title, url = _title(root), _address(root)
    main = next((found[0] for path in _MAIN if len(found := _all(root, path)) == 1), root)
    for element in _all(main, _AROUND.replace("//", ".//")):
        _drop(element)
    words = to_text(etree.tostring(main, encoding="unicode", method="html", with_tail=False))
    lines = words.split("\n")
    if title and lines[0].strip() == title:
        words = "\n".join(lines[1:])
    yield from keep(
        report,
        NAME,
        source.name,
        kind=ThingKind.ARTICLE,
        title=title or name_as_title(source.name),
        text=words,
        url=url,
        source=source.name,
    )


def _root(html: str) -> _Element | None:
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _all(root: _Element, path: str) -> list[_Element]:
    found = root.xpath(path)
    # An XPath may give numbers and texts too; ours give elements.
    return [cast("_Element", each) for each in found] if isinstance(found, list) else []


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _title(root: _Element) -> str:
    for path, attribute in (
        ("//meta[@property='og:title']", "content"),
        ("//title", ""),
        ("//h1", ""),
    ):
        for element in _all(root, path):
            text = element.get(attribute, "") if attribute else "".join(element.itertext())  # type: ignore[arg-type]
            if text.strip():
                return " ".join(text.split())
    return ""


def _address(root: _Element) -> str:
    found = [each.get("href", "") for each in _all(root, "//link[@rel='canonical']")]
    found += [each.get("content", "") for each in _all(root, "//meta[@property='og:url']")]
    return next((each for each in found if _ADDRESS.fullmatch(each)), "")
