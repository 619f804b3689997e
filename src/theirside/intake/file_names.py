"""Names of files that come from anybody: what is clutter, what is safe on disk, what to show."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path


def is_clutter(name: str) -> bool:
    """Say whether a path is none of the user's doing: hidden, or an operating system's."""
    parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".", "..")]
    if "cur" in parts or "new" in parts:  # the folders of a Maildir begin with a dot
        parts = parts[-1:]
    return any(
        part.startswith(".") or part in ("__MACOSX", "Thumbs.db", "desktop.ini") for part in parts
    )


def safe_path(folder: Path, name: str) -> Path | None:
    """Return a free path in the folder for a member's name; ``None`` if it leads out of it."""
    parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".")]
    if ".." in parts or not parts:
        return None
    target = folder.joinpath(*map(_safe_part, parts))
    if len(str(target)) > 1000:
        target = folder / _short("/".join(parts))
    stem, number = target.stem, 1
    while target.exists():
        number += 1
        target = target.with_name(f"{stem}-{number}{target.suffix}")
    return target


def _safe_part(part: str) -> str:
    safe = printable(part)
    return safe if len(safe.encode()) <= 200 else _short(part)


def _short(name: str) -> str:
    hashed = hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return f"{printable(name)[:40].replace('/', '_')}~{hashed}"


def printable(name: str) -> str:
    """Return a file's name with what no terminal or UTF-8 file can show replaced by ``_``."""
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "_", name)
