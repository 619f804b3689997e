"""One entry of a file made a thing, and counted: kept, or skipped with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from theirside.intake.report import Report
from theirside.intake.shelf.address import plain_address
from theirside.intake.shelf.thing import Thing, ThingKind, thing

EMPTY = "nothing in it"
NO_ADDRESS = "not an address of the web"
NO_TITLE = "an address without a title: nothing says what it is about"


def keep(
    report: Report,
    format_name: str,
    item: str,
    *,
    kind: ThingKind,
    title: str,
    text: str = "",
    url: str = "",
    tags: tuple[str, ...] = (),
    source: str = "",
) -> Iterator[Thing]:
    """Yield the thing that an entry makes, counted as kept; skip it where it makes none.

    An address whose title is only the address again says nothing, and nothing is fetched.
    """
    bare = " ".join(title.split()).removeprefix("https://").removeprefix("http://").rstrip("/")
    if url and not text.strip() and (not bare or bare in url):
        report.skip(item, NO_TITLE)
        return
    if not title.strip() and not text.strip():
        report.skip(item, EMPTY)
        return
    try:
        made = thing(kind, title, text, url, tags=tags, source=source, form=format_name)
    except ValueError:
        report.skip(item, NO_ADDRESS)
        return
    _note_marks(report, url)
    report.keep(format_name)
    yield made


def _note_marks(report: Report, url: str) -> None:
    """Note that tracking marks were taken out, once an import."""
    note = "tracking marks (utm_source and the like) were taken out of addresses"
    if url and plain_address(url)[1] and note not in report.notes:
        report.notes.append(note)


def name_as_title(name: str) -> str:
    """Return a file's name as words: ``a.zip!notes/cold_rooms.md`` is "cold rooms"."""
    file = PurePosixPath(name.rpartition("!")[2].replace("\\", "/"))
    return " ".join(file.stem.replace("_", " ").replace("-", " ").split())
