"""The bytes of a letter: read from where it lies, never more than one mail at a time."""

from __future__ import annotations

import re
from collections import OrderedDict
from types import TracebackType
from typing import BinaryIO, Self

from theirside.intake.format import Letter

HEAD_BYTES = 8192
MOST_HEAD_BYTES = 1 << 20
MOST_BYTES = 32 << 20
"""Text comes first in a mail; what lies beyond this is an attachment."""
_OPEN_FILES = 8
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


class LetterFiles:
    """The files that letters lie in, a few of them kept open. Use it as a context manager."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, BinaryIO] = OrderedDict()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for file in self._files.values():
            file.close()
        self._files.clear()

    def head(self, letter: Letter) -> bytes:
        """Return the start of the letter, at least its whole header (1 MiB at most)."""
        size = HEAD_BYTES
        while True:
            data = self._read(letter, size)
            ended = b"\n\n" in data or b"\n\r\n" in data.lstrip(b"\r\n")
            if ended or len(data) < size or size >= MOST_HEAD_BYTES:
                return data
            size *= 4

    def whole(self, letter: Letter) -> bytes:
        """Return the letter (its first 32 MiB), mbox escapes undone."""
        data = self._read(letter, MOST_BYTES)
        return _ESCAPED.sub(rb"\1", data) if letter.escaped and b">From " in data else data

    def _read(self, letter: Letter, most: int) -> bytes:
        if letter.outlook:
            from theirside.intake.mail.outlook import as_mail

            return as_mail(letter.source.path)
        file = self._file(letter)
        file.seek(letter.offset)
        return file.read(most if letter.length < 0 else min(most, letter.length))

    def _file(self, letter: Letter) -> BinaryIO:
        key = str(letter.source.path)
        file = self._files.get(key)
        if file is None:
            file = self._files[key] = letter.source.open()
            if len(self._files) > _OPEN_FILES:
                self._files.popitem(last=False)[1].close()
        self._files.move_to_end(key)
        return file
