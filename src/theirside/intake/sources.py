"""Turning what people hand over into sources: files, folders, archives and standard input.

A folder is walked, sorted by name; a Maildir or an unpacked Slack export is one source. Archives
are recognised by content and unpacked into a workspace (a temporary folder that the caller
removes), also those inside archives. Nothing that was handed over is left out silently except
hidden files and what operating systems scatter about (``__MACOSX``, ``Thumbs.db``).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from theirside.errors import IntakeError
from theirside.intake.archives import CHUNK, CLOSED, METHOD, Budget, unpacker
from theirside.intake.file_names import is_clutter, printable
from theirside.intake.report import Report
from theirside.intake.source import Source

DEPTH = 3
"""How deep archives may lie inside archives: the outermost is 1."""

STANDARD_INPUT = "standard input"
TOO_DEEP = f"more than {DEPTH} archives inside each other: unpack it yourself and add the folder"
NOT_A_FILE = "neither a file nor a folder"


def sources(
    paths: Iterable[str | Path],
    report: Report,
    *,
    stdin: BinaryIO | None = None,
    workspace: Path,
    under: Path | None = None,
) -> Iterator[Source]:
    """Yield the sources that the paths hold; ``-`` stands for standard input.

    Names leave out the path of the folder ``under``, in which all paths must lie then.
    Raises ``IntakeError`` at once, before anything is read, if a path does not exist or ``-`` is
    among them without ``stdin``. What cannot be opened later is skipped in the report.
    """
    given = [str(path) for path in paths]
    for path in given:
        if path == "-":
            if stdin is None:
                raise IntakeError("-", "there is no standard input to read: name a file")
        elif not os.path.lexists(path):
            raise IntakeError(path, "there is no such file or folder: check the path")
    workspace.mkdir(parents=True, exist_ok=True)
    return _Walk(report, workspace, under).all(given, stdin)


@dataclass(frozen=True, slots=True)
class _Place:
    """Somewhere to look: a file or folder, and how deep in archives it lies."""

    name: str
    path: Path
    depth: int = 0
    budget: Budget | None = None


@dataclass(slots=True)
class _Walk:
    report: Report
    workspace: Path
    under: Path | None = None
    seen: set[tuple[int, int]] = field(default_factory=set)

    def all(self, given: list[str], stdin: BinaryIO | None) -> Iterator[Source]:
        for path in given:
            places = [self.start(path, stdin)]
            while places:
                found, inside = self.look(places.pop())
                yield from found
                places.extend(reversed(inside))

    def start(self, given: str, stdin: BinaryIO | None) -> _Place:
        path = Path(given)
        if given == "-" and stdin is not None:
            return _Place(STANDARD_INPUT, self.spooled(stdin))
        if path.is_fifo() or path.is_char_device():
            with path.open("rb") as pipe:
                return _Place(given, self.spooled(pipe))
        named = path.relative_to(self.under) if self.under else path
        return _Place(printable(str(named)), path)

    def spooled(self, stream: BinaryIO) -> Path:
        """Copy a stream to disk, so that formats can look at it twice."""
        target = Path(tempfile.mkdtemp(dir=self.workspace)) / "content"
        with target.open("wb") as out:
            shutil.copyfileobj(stream, out, CHUNK)
        return target

    def look(self, place: _Place) -> tuple[list[Source], list[_Place]]:
        """Return the sources at a place and the places inside it; each is looked at once."""
        try:
            status = place.path.stat()
            if (status.st_dev, status.st_ino) in self.seen:
                return [], []
            self.seen.add((status.st_dev, status.st_ino))
            if place.path.is_dir():
                return self.look_in_folder(place)
            if place.path.is_file():
                return self.look_at_file(Source(place.name, place.path), place)
        except OSError as error:
            self.report.skip(place.name, f"cannot be opened ({error.strerror})")
        else:
            self.report.skip(place.name, NOT_A_FILE)
        return [], []

    def look_in_folder(self, place: _Place) -> tuple[list[Source], list[_Place]]:
        entries = sorted(place.path.iterdir())
        found = []
        if is_slack_export(place.path):
            return [Source(place.name.removesuffix("!"), place.path)], []
        if is_maildir(place.path):
            found = [Source(place.name.removesuffix("!"), place.path)]
            # Sub-folders of a Maildir are hidden Maildirs beside its cur and new.
            entries = [entry for entry in entries if is_maildir(entry)]
        else:
            entries = [entry for entry in entries if not is_clutter(entry.name)]
        inside = [replace(place, name=child(place.name, e.name), path=e) for e in entries]
        return found, inside

    def look_at_file(self, source: Source, place: _Place) -> tuple[list[Source], list[_Place]]:
        unpack = unpacker(source)
        if source.head.startswith(CLOSED):
            self.report.skip(source.name, METHOD)
            return [], []
        if unpack is None:
            return [source], []
        if place.depth >= DEPTH:
            self.report.skip(source.name, TOO_DEEP)
            return [], []
        budget = place.budget or Budget.of(source.path.stat().st_size)
        folder = Path(tempfile.mkdtemp(dir=self.workspace))
        unpack(source, folder, self.report, budget)
        return [], [_Place(f"{source.name}!", folder, place.depth + 1, budget)]


def is_maildir(path: Path) -> bool:
    """Say whether a folder is a Maildir: ``cur`` and ``new`` inside."""
    return (path / "cur").is_dir() and (path / "new").is_dir()


def is_slack_export(path: Path) -> bool:
    """Say whether a folder is an unpacked Slack export."""
    return (path / "users.json").is_file() and (path / "channels.json").is_file()


def child(name: str, entry: str) -> str:
    """Return the name of what lies in a folder (``mails/a.eml``) or archive (``a.zip!a.eml``)."""
    if name.endswith(("!", "/")):
        return name + printable(entry)
    return printable(entry) if name == "." else f"{name}/{printable(entry)}"
