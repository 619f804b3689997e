"""OPML: outlines, as feed readers, podcast players and outliners export them.

Each outline with an address is a link, each with a note and no address a note; outlines around it
are its tags. ``listparser`` was looked at and left aside: it gives feeds and lists only, without
descriptions, page addresses and the notes of outliners, which are what is to be matched here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from theirside.errors import IntakeError
from theirside.intake.report import Report
from theirside.intake.shelf.entry import keep
from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.intake.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "opml"
LARGEST_BYTES = 64 * 1024 * 1024


def recognises(source: Source) -> float:
    """Sure where the outermost element is ``opml``."""
    return 1.0 if "<opml" in source.head_text[:4096].casefold() else 0.0


def read(source: Source, report: Report) -> Iterator[Thing]:
    """Yield each outline that has an address or a note; each of these is an item.

    Raises ``IntakeError`` where nothing can be read.
    """
    from lxml import etree

    if source.path.stat().st_size > LARGEST_BYTES:
        raise IntakeError(source.name, "too large for a list of feeds")
    # Entities stay unresolved: a file may name others of this machine, or swell without end.
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(source.path.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        raise IntakeError(source.name, "not sound OPML: export it anew") from error
    if root is None:
        raise IntakeError(source.name, "not sound OPML: export it anew")
    for number, outline in enumerate(root.iter("outline"), start=1):
        yield from _outline(outline, number, source, report)


def _outline(outline: _Element, number: int, source: Source, report: Report) -> Iterator[Thing]:
    told = {str(name).casefold(): str(value) for name, value in outline.attrib.items()}
    title = told.get("title") or told.get("text", "")
    note = told.get("description") or told.get("_note", "")
    url = told.get("htmlurl") or told.get("url") or told.get("xmlurl", "")
    if not url and not note:
        return  # a heading
    yield from keep(
        report,
        NAME,
        f"{source.name} outline {number}",
        kind=ThingKind.LINK if url else ThingKind.NOTE,
        title=title,
        text=note,
        url=url,
        tags=tuple(_around(outline)) + tuple(told.get("category", "").strip("/").split(",")),
        source=source.name,
    )


def _around(outline: _Element) -> list[str]:
    names = [str(each.get("text") or each.get("title") or "") for each in outline.iterancestors()]
    return [name for name in reversed(names) if name]
