"""Outlook .msg: one mail as Outlook saves it, an OLE compound file (MS-OXMSG, MS-CFB).

Reading it takes the extra ``msg`` (the library extract-msg), which most people do not need.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from theirside.errors import IntakeError
from theirside.intake.format import Letter, Options
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "outlook_msg"

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STREAMS = ("__properties_version1.0", "__nameid_version1.0", "__substg1.0_")
_SECTOR_OF_DIRECTORY = slice(48, 52)
_DIRECTORY_BYTES = 4096


def recognises(source: Source) -> float:
    """Say whether this is a compound file whose directory names the streams of a mail."""
    head = source.head
    if not head.startswith(_OLE):
        return 0.0
    sector_bytes = 4096 if head[30:31] == b"\x0c" else 512
    sector = int.from_bytes(head[_SECTOR_OF_DIRECTORY], "little")
    with source.open() as file:
        file.seek((sector + 1) * sector_bytes)
        directory = file.read(_DIRECTORY_BYTES)
    names = [name.encode("utf-16-le") for name in _STREAMS]
    return 1.0 if any(name in directory or name in head for name in names) else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Letter]:
    """Yield the one mail; IntakeError where the extra that reads it is not installed."""
    del report, options
    if find_spec("extract_msg") is None:
        raise IntakeError(
            source.name,
            'reading Outlook .msg files takes an extra: pip install "theirside[msg]"',
        )
    yield Letter(source, source.name, outlook=True, format=NAME)
