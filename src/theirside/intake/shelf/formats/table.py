"""A CSV table: a row is a thing, under titles such as ``title``, ``url``, ``note``, ``tags``.

The names cover what read-later services and bookmark managers write (Pocket's ``title,url,tags``,
Raindrop's ``title,note,excerpt,url,folder,tags``, Instapaper's ``URL,Title,Selection,Folder``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from theirside.intake.csv_columns import DELIMITERS, split, word
from theirside.intake.report import Report
from theirside.intake.shelf.entry import keep
from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.intake.source import Source

NAME = "csv"
ALIASES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "name", "headline", "subject"),
    "text": ("text", "note", "notes", "description", "excerpt", "summary", "selection", "comment"),
    "url": ("url", "link", "address", "href", "resolved url", "given url"),
    "tags": ("tags", "tag", "folder", "labels", "category", "topics", "collection"),
}
"""Each column with its names; of several that fit, all are read."""
UNREADABLE = "a row that cannot be read"
_COLUMN_OF = {word(alias): column for column, names in ALIASES.items() for alias in names}


def recognises(source: Source) -> float:
    """Sure when the first line has a title for what it is called or where it is."""
    titles = _columns(source.head_text.lstrip("\ufeff").partition("\n")[0])[1]
    found = set(titles.values())
    return 0.7 if len(found & {"title", "url", "text"}) > 1 else 0.0


def _columns(first: str) -> tuple[str, dict[int, str]]:
    """Return the delimiter of a line of titles, and which column stands where."""
    best: tuple[str, dict[int, str]] = (",", {})
    for mark in DELIMITERS:
        names = enumerate(split(first, mark))
        found = {place: _COLUMN_OF[word(name)] for place, name in names if word(name) in _COLUMN_OF}
        if len(found) > len(best[1]):
            best = mark, found
    return best


def read(source: Source, report: Report) -> Iterator[Thing]:
    """Yield each row's thing; each row is an item."""
    lines = source.text().lstrip("\ufeff").splitlines(keepends=True)
    mark, columns = _columns(lines[0])
    reader = csv.reader(lines[1:], delimiter=mark)
    number = 1
    while True:
        number += 1
        try:
            values = next(reader, None)
        except csv.Error:
            report.skip(f"{source.name} row {number}", UNREADABLE)
            continue
        if values is None:
            return
        if any(value.strip() for value in values):
            yield from _row(values, columns, f"{source.name} row {number}", source, report)


def _row(
    values: list[str], columns: dict[int, str], item: str, source: Source, report: Report
) -> Iterator[Thing]:
    told: dict[str, list[str]] = {}
    for place, column in columns.items():
        if place < len(values) and values[place].strip():
            told.setdefault(column, []).append(values[place].strip())
    url = next(iter(told.get("url", ())), "")
    tags = [tag for each in told.get("tags", ()) for tag in each.replace("|", ",").split(",")]
    yield from keep(
        report,
        NAME,
        item,
        kind=ThingKind.LINK if url else ThingKind.NOTE,
        title=next(iter(told.get("title", ())), ""),
        text="\n".join(dict.fromkeys(told.get("text", ()))),
        url=url,
        tags=tuple(tags),
        source=source.name,
    )
