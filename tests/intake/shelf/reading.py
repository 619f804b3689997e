"""Reading a file of the shelf in few words, for the tests of its formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from theirside.intake.report import Report
from theirside.intake.shelf.thing import Thing
from theirside.intake.source import Source


def written(folder: Path, name: str, content: str | bytes) -> Source:
    """Write a file and return it as a source."""
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return Source(name, path)


def things(form: Any, source: Source) -> tuple[list[Thing], Report]:
    """Return what a format reads of a source, and the account."""
    report = Report()
    found = list(form.read(source, report))
    assert report.kept == len(found)
    assert sum(report.kept_by_format.values()) == report.kept
    return found, report
