"""Maildir: a folder with ``cur``, ``new`` and ``tmp``, one mail a file.

https://cr.yp.to/proto/maildir.html; sub-folders (``.Sent``) are Maildirs of their own, which the
intake finds by itself. What lies in ``tmp`` is not delivered yet; what is flagged ``T`` was thrown
away by its owner and waits to be removed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from theirside.intake.format import Letter, Options
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "maildir"

_TRASHED = "in the trash"


def recognises(source: Source) -> float:
    """Say whether the source is a folder that holds ``cur`` and ``new``."""
    path = source.path
    return 1.0 if (path / "cur").is_dir() and (path / "new").is_dir() else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Letter]:
    """Yield every delivered mail; ``theirside.intake.mail.gather`` counts and reads them."""
    del options
    for folder in ("cur", "new"):
        for name in sorted(os.listdir(source.path / folder)):  # noqa: PTH208  names only, quickly
            path = source.path / folder / name
            if name.startswith(".") or not path.is_file():
                continue
            item = f"{source.name}/{folder}/{name}"
            if "T" in _flags(name):
                report.skip(item, _TRASHED)
            else:
                yield Letter(Source(item, Path(path)), item, format=NAME)


def _flags(name: str) -> str:
    """Return the flags after ``:2,``; where a file system forbids colons, after another mark."""
    for mark in (":2,", ";2,", "!2,", "_2,"):
        _, found, flags = name.rpartition(mark)
        if found:
            return flags
    return ""
