"""Bookmarks as every browser exports them: the "Netscape" HTML file.

Each link is a thing; the folders that it lies in, and what Firefox and read-later services write as
tags, are its tags; the description under it (``DD``) is its text. The markup was never sound
HTML (nothing is closed), so it is read as browsers read it, in the order of its elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theirside.errors import IntakeError
from theirside.intake.report import Report
from theirside.intake.shelf.entry import keep
from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.intake.source import Source

NAME = "bookmarks"
NOT_A_PAGE = "a bookmark that leads to no page of the web"
_MARK = re.compile(r"<!doctype\s+netscape-bookmark-file", re.IGNORECASE)
_PIECE = re.compile(
    r"<h3\b[^>]*>(?P<folder>.*?)</h3>|<a\b(?P<link>[^>]*)>(?P<title>.*?)</a>"
    r"|<dd>(?P<note>[^<]*)|(?P<open><dl\b[^>]*>)|(?P<close></dl>)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TAG = re.compile(r"<[^>]*>")
_KINDS = ("other", "mobile", "unsorted", "all", "imported")
_TOP = frozenset(
    each
    for root in ("bookmarks", "favorites", "favourites")
    for each in (root, *(f"{kind} {root}" for kind in _KINDS), f"{root} bar", f"{root} toolbar")
)
"""Folders that every browser has: they say nothing of what lies in them."""
LARGEST_BYTES = 64 * 1024 * 1024


def recognises(source: Source) -> float:
    """Sure by the first line."""
    return 1.0 if _MARK.search(source.head_text[:2048]) else 0.0


def read(source: Source, report: Report) -> Iterator[Thing]:
    """Yield each link; each bookmark is an item. Raises ``IntakeError`` where it is too large."""
    if source.path.stat().st_size > LARGEST_BYTES:
        raise IntakeError(source.name, "too large for a browser's bookmarks")
    folders: list[str] = []
    coming = ""
    pieces = list(_PIECE.finditer(source.text()))
    for place, piece in enumerate(pieces):
        if piece["folder"] is not None:
            coming = _words(piece["folder"])
        elif piece["open"]:
            folders.append(coming)
            coming = ""
        elif piece["close"]:
            folders = folders[:-1]
        elif piece["link"] is not None:
            following = pieces[place + 1] if place + 1 < len(pieces) else None
            note = _words(following["note"]) if following and following["note"] else ""
            yield from _link(piece, note, folders, source, report)


def _link(
    piece: re.Match[str], note: str, folders: list[str], source: Source, report: Report
) -> Iterator[Thing]:
    told = {name.casefold(): one or other for name, one, other in _ATTRIBUTE.findall(piece["link"])}
    title = _words(piece["title"])
    url = _words(told.get("href", ""))
    item = f"{source.name}: {title}" if "/" not in title else source.name
    if not url.casefold().startswith(("http://", "https://")):
        report.skip(item, NOT_A_PAGE)
        return
    own = [name for name in folders if name and name.casefold() not in _TOP]
    yield from keep(
        report,
        NAME,
        item,
        kind=ThingKind.LINK,
        title=title,
        text=note,
        url=url,
        tags=(*own, *_words(told.get("tags", "")).split(",")),
        source=source.name,
    )


def _words(markup: str) -> str:
    from html import unescape

    return " ".join(unescape(_TAG.sub("", markup)).split())
