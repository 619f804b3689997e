"""``labels/rules.json``: what the label files come to, kept ready so that a first reading is quick.

Parsing the label files and working out which words each pattern needs takes seconds, reading this
one file milliseconds. ``python scripts/reference.py`` writes it; it counts only as long as no label
file has changed since, and otherwise everything is worked out anew (slow but right).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

LABELS = Path(__file__).parent / "labels"
"""Where the data files are; a plain path, because importlib.resources costs 15 ms of a start."""
KEPT = LABELS / "rules.json"


def digest_of(paths: Iterable[Path], home: Path) -> str:
    """Return a digest of data files: their names below ``home``, and what stands in them."""
    found = sha256()
    for path in paths:
        found.update(path.relative_to(home).as_posix().encode() + b"\0")
        found.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


def fresh(path: Path, of: str, now: Callable[[], str]) -> dict[str, Any] | None:
    """Return what a kept file holds, or None where it is missing or its files changed since.

    It holds the digest of those under the name ``of``; ``now`` works out what it is today.
    """
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) and content.get(of) == now() else None


def digest() -> str:
    """Return a digest of all label files."""
    return digest_of(sorted(LABELS.rglob("*.yaml")), LABELS)


@cache
def kept() -> dict[str, Any] | None:
    """Return what the file holds, or None where it is missing or the labels have changed since."""
    return fresh(KEPT, "labels", digest)


def digest_in_use() -> str:
    """Return the digest of the labels that the rules come from; no file is read a second time."""
    ready = kept()
    return digest() if ready is None else str(ready["labels"])
