"""An import to the shelf: what lies in files, folders and archives, with an account of it."""

from __future__ import annotations

import importlib
import pkgutil
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from theirside.errors import IntakeError
from theirside.intake.report import Report
from theirside.intake.shelf import formats
from theirside.intake.shelf.thing import Thing
from theirside.intake.source import Source

UNKNOWN_FORMAT = "not a format that the shelf knows"


class ShelfFormat(Protocol):
    """What a module of ``theirside.intake.shelf.formats`` offers."""

    NAME: str

    def recognises(self, source: Source) -> float:
        """Say how surely (0..1) the source is of this format."""
        ...

    def read(self, source: Source, report: Report) -> Iterator[Thing]:
        """Yield what lies in it; each item is counted as kept or skipped."""
        ...


@cache
def shelf_formats() -> tuple[ShelfFormat, ...]:
    """Return every format there is: the modules of ``theirside.intake.shelf.formats``."""
    names = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
    return tuple(
        cast(ShelfFormat, importlib.import_module(f"{formats.__name__}.{name}")) for name in names
    )


def read_shelf(
    paths: Sequence[str | Path], report: Report, stdin: BinaryIO | None = None
) -> Iterator[Thing]:
    """Yield the things that the paths hold; ``-`` stands for standard input.

    Raises ``IntakeError`` at once for a path that does not exist. Anything else that cannot be
    read is skipped, and the report says why.
    """
    from theirside.intake.sources import sources

    with tempfile.TemporaryDirectory(prefix="theirside-") as folder:
        for source in sources(paths, report, stdin=stdin, workspace=Path(folder)):
            yield from _read(source, report)


def _read(source: Source, report: Report) -> Iterator[Thing]:
    sureness, best = max(
        ((each.recognises(source), each) for each in shelf_formats()), key=lambda pair: pair[0]
    )
    if not sureness:
        report.skip(source.name, UNKNOWN_FORMAT)
        return
    try:
        yield from best.read(source, report)
    except IntakeError as error:
        report.skip(error.item, error.reason)
