"""Unpacking what people hand over packed: zip, tar, and files compressed by gzip, bzip2 or xz.

Everything is copied in chunks into a temporary folder, under names made safe. An archive may come
from anybody, so it cannot write outside that folder, and a ``Budget`` bounds how much it and the
archives inside it may unpack to. A member that cannot be unpacked is skipped with the reason.
"""

from __future__ import annotations

import bz2
import errno
import gzip
import lzma
import re
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol, cast

from theirside.errors import IntakeError
from theirside.intake.file_names import is_clutter, printable, safe_path
from theirside.intake.report import Report
from theirside.intake.source import Source

CHUNK = 1024 * 1024
FLOOR_BYTES = 1024**3
"""What an archive may always unpack to, however small it is."""
RATIO = 200
"""How many times its own size a larger archive may unpack to; mail and text reach about 20."""
MEMBERS = 500_000

BROKEN = "broken archive"
PASSWORD = "protected by a password: unpack it yourself and add the folder"
LEADS_OUT = "its name leads out of the archive"
LINK = "a link, not a file"
METHOD = "packed in a way that cannot be read here: unpack it yourself and add the folder"
TOO_MUCH = (
    f"unpacks to more than {RATIO} times its size and 1 GiB: unpack it yourself and add the folder"
)

CLOSED = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x28\xb5\x2f\xfd", b"\x1f\x9d")
"""How archives begin that Python cannot open: RAR, 7z, Zstandard, compress."""

_TROUBLE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
    RuntimeError,
    MemoryError,
    struct.error,
)


class Packed(Protocol):
    """A packed file opened for reading what is in it."""

    def read1(self, size: int, /) -> bytes:
        """Return the next bytes, at most ``size`` and perhaps fewer; none at the end."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class TooMuchError(Exception):
    """An archive unpacks to more than its budget."""


@dataclass(slots=True)
class Budget:
    """How many bytes and members an archive, with those inside it, may still unpack to."""

    left: int
    members: int = MEMBERS

    @classmethod
    def of(cls, packed: int) -> Budget:
        """Return the budget of an outermost archive of ``packed`` bytes."""
        return cls(max(FLOOR_BYTES, RATIO * packed))

    def take(self, size: int, members: int = 0) -> None:
        """Spend bytes and members; raises ``TooMuchError`` when there are not so many left."""
        self.left -= size
        self.members -= members
        if self.left < 0 or self.members < 0:
            raise TooMuchError


Unpack = Callable[[Source, Path, Report, Budget], None]


def unpacker(source: Source) -> Unpack | None:
    """Return what unpacks this source into a folder; ``None`` for what is no archive.

    Office documents are zip archives too, but are read as documents.
    """
    head = source.head
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return None if _is_document(source) else _unpack_zip
    if head[257:262] == b"ustar":
        return _unpack_tar
    return next((unpack for magic, unpack in _SINGLE.items() if head.startswith(magic)), None)


def _is_document(source: Source) -> bool:
    try:
        with zipfile.ZipFile(source.path) as archive:
            names = archive.namelist()
    except _TROUBLE:
        return False
    return "[Content_Types].xml" in names or names[:1] == ["mimetype"]


def _unpack_zip(source: Source, folder: Path, report: Report, budget: Budget) -> None:
    try:
        with zipfile.ZipFile(source.path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            # The directory says how much will come out, and no more than that can.
            budget.take(sum(member.file_size for member in members), len(members))
            for member in members:
                _unpack_zip_member(archive, member, source, folder, report)
    except TooMuchError:
        report.skip(source.name, TOO_MUCH)
    except _TROUBLE as error:
        _skip(source.name, error, report)


def _unpack_zip_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source, folder: Path, report: Report
) -> None:
    name = _zip_name(member)
    item = f"{source.name}!{printable(name)}"
    if is_clutter(name):
        return
    if member.flag_bits & 0x1:
        report.skip(item, PASSWORD)
    elif stat.S_ISLNK(member.external_attr >> 16):
        report.skip(item, LINK)
    elif (target := safe_path(folder, name)) is None:
        report.skip(item, LEADS_OUT)
    else:
        _Saving(report, Budget(member.file_size)).save(
            item, lambda: cast("Packed", archive.open(member)), target
        )


def _zip_name(member: zipfile.ZipInfo) -> str:
    """Return the member's name; many packers write UTF-8 without saying so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _unpack_tar(source: Source, folder: Path, report: Report, budget: Budget) -> None:
    try:
        with tarfile.open(source.path, "r:") as archive:
            while (member := archive.next()) is not None:
                if not member.isdir() and not is_clutter(member.name):
                    budget.take(0, 1)
                    item = f"{source.name}!{printable(member.name)}"
                    _unpack_tar_member(archive, member, item, folder, _Saving(report, budget))
                archive.members = []  # type: ignore[attr-defined]  # else all are remembered
    except TooMuchError:
        report.skip(source.name, TOO_MUCH)
    except _TROUBLE as error:
        _skip(source.name, error, report)


def _unpack_tar_member(
    archive: tarfile.TarFile, member: tarfile.TarInfo, item: str, folder: Path, saving: _Saving
) -> None:
    if not member.isfile():
        saving.report.skip(item, LINK)
    elif (target := safe_path(folder, member.name)) is None:
        saving.report.skip(item, LEADS_OUT)
    else:
        saving.save(item, lambda: cast("Packed | None", archive.extractfile(member)), target)


def _unpack_single(open_packed: Callable[[Path], Packed], suffixes: str) -> Unpack:
    def unpack(source: Source, folder: Path, report: Report, budget: Budget) -> None:
        name = re.split(r"[/!]", source.name)[-1]
        inner = re.sub(r"(?i)\.t(gz|bz2?|xz)$", ".tar", name)
        inner = re.sub(rf"(?i)\.({suffixes})$", "", inner)
        target = safe_path(folder, inner) or folder / "content"
        # What came before a break is kept: half a mailbox is worth reading.
        saving = _Saving(report, budget, keep_half=True)
        try:
            saving.save(source.name, lambda: open_packed(source.path), target)
        except TooMuchError:
            report.skip(source.name, TOO_MUCH)

    return unpack


@dataclass(frozen=True, slots=True)
class _Saving:
    """How packed files are copied out of one archive."""

    report: Report
    budget: Budget
    keep_half: bool = False

    def save(self, item: str, open_packed: Callable[[], Packed | None], target: Path) -> None:
        """Copy one packed file to ``target``; a broken one is skipped with the reason."""
        keep = False
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as out:
                self._copy(open_packed, out)
            keep = True
        except _TROUBLE as error:
            _skip(item, error, self.report)
            keep = self.keep_half and target.exists() and target.stat().st_size > 0
        finally:
            if not keep and target.is_file():
                target.unlink()

    def _copy(self, open_packed: Callable[[], Packed | None], out: IO[bytes]) -> None:
        packed = open_packed()
        if packed is None:
            return
        with closing(packed):
            while chunk := packed.read1(CHUNK):  # gives what came before a break
                self.budget.take(len(chunk))
                out.write(chunk)


def _skip(item: str, error: BaseException, report: Report) -> None:
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        raise IntakeError(item, "no room to unpack it: free some disk space") from error
    report.skip(item, METHOD if isinstance(error, NotImplementedError) else BROKEN)


_SINGLE: dict[bytes, Unpack] = {
    b"\x1f\x8b\x08": _unpack_single(gzip.GzipFile, "gz"),
    b"BZh": _unpack_single(bz2.BZ2File, "bz2?"),
    b"\xfd7zXZ\x00": _unpack_single(lzma.LZMAFile, "xz"),
}
