"""Files that come in, written straight into the spool, so that nothing of them lies elsewhere."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

AT = "at:"
"""Begins the name of a field that tells a file's path in the folder that was handed over."""
MOST = 4 * 1024**3
"""Bytes that may be handed over at once."""
_DEEPEST, _LONGEST = 12, 150


class Spool(FileUploadHandler):
    """Writes every file under one folder, where it lay below what was handed over."""

    chunk_size = 1024**2

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.names: list[str] = []
        self.size = 0
        self._out: IO[bytes] | None = None

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        """Open the file's place."""
        super().new_file(field_name, file_name, *args, **kwargs)
        told = unquote(field_name.removeprefix(AT)) if field_name.startswith(AT) else file_name
        path = place_in(self.folder, told)
        self.names.append(str(path.relative_to(self.folder)))
        self._out = path.open("xb")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        """Write on."""
        self.size += len(raw_data)
        if self.size > MOST:
            raise StopUpload(connection_reset=True)
        if self._out is not None:
            self._out.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile[Any]:
        """Close it; what Django gets has no content."""
        if self._out is not None:
            self._out.close()
        return UploadedFile(io.BytesIO(), self.file_name, size=file_size)

    def upload_interrupted(self) -> None:
        """Close what was being written."""
        if self._out is not None:
            self._out.close()


def place_in(folder: Path, told: str) -> Path:
    """Return a free place below the folder for a file that came with this path."""
    parts = [_tame(part) for part in told.replace("\\", "/").split("/")[-_DEEPEST:]]
    parts = [part for part in parts if part]
    *above, name = parts or ["file"]
    inside = folder
    for part in above:
        if (inside / part).is_file():
            break
        inside = inside / part
    inside.mkdir(mode=0o700, parents=True, exist_ok=True)
    place, number = inside / name, 1
    while place.exists():
        number += 1
        place = inside / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return place


def _tame(part: str) -> str:
    """Return a name that leads nowhere else."""
    plain = "".join(each for each in part if each.isprintable() and each not in "/\\:\x00").strip()
    plain = plain.encode("utf-8", "replace")[-_LONGEST:].decode("utf-8", "ignore")
    return "" if plain in {".", ".."} else plain
