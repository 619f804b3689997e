"""A Word document (``.docx``) as lines of text, tables too, in their order."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from theirside.errors import IntakeError
from theirside.intake.source import Source

if TYPE_CHECKING:
    from docx.table import Table

BODY = "word/document.xml"
"""The part of the file that holds the words."""

LARGEST_BYTES = 200 * 1024 * 1024
"""The longest document body that is unpacked; a 12-hour meeting has about 10 MB."""


def is_word(source: Source) -> bool:
    """Say whether this is a Word file, by what it holds; it need not be sound."""
    if not source.head.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(source.path) as archive:
            archive.getinfo(BODY)
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, ValueError):
        return False
    return True


def lines_of(source: Source) -> list[str]:
    """Return the lines of the document, tables too, in their order."""
    try:
        with zipfile.ZipFile(source.path) as archive:
            too_large = archive.getinfo(BODY).file_size > LARGEST_BYTES
        if not too_large:
            return list(_text_of(source))
    except Exception as error:  # zlib, lxml and docx raise whatever they trip over
        raise IntakeError(source.name, "not a sound Word document: save it anew in Word") from error
    raise IntakeError(source.name, "the document is too large")


def _text_of(source: Source) -> Iterator[str]:
    import docx
    from docx.table import Table

    with source.open() as file:
        document = docx.Document(file)
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield from block.text.split("\n")


def _rows(table: Table) -> Iterator[str]:
    """Yield a table's rows as ``time Name: text`` where they have three cells, else by cell."""
    for row in table.rows:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        cells = [cell for place, cell in enumerate(cells) if cell and cell not in cells[:place]]
        if len(cells) == 3:
            yield f"[{cells[0].strip('[]()')}] {cells[1].rstrip(':')}: {cells[2]}"
        elif len(cells) == 2:
            yield f"{cells[0].rstrip(':')}: {cells[1]}"
        else:
            yield from cells
