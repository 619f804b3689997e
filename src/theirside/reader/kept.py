"""``labels/rules.json``: what the label files come to, kept ready so that a first reading is quick.

Parsing the label files and working out which words each pattern needs takes seconds, reading this
one file milliseconds. ``python scripts/reference.py`` writes it; it counts only as long as no label
file has changed since, and otherwise everything is worked out anew (slow but right).
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

LABELS = Path(__file__).parent / "labels"
"""Where the data files are; a plain path, because importlib.resources costs 15 ms of a start."""
KEPT = LABELS / "rules.json"


def digest() -> str:
    """Return a digest of all label files: their names and what stands in them."""
    found = sha256()
    for path in sorted(LABELS.rglob("*.yaml")):
        found.update(path.relative_to(LABELS).as_posix().encode() + b"\0")
        found.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


@cache
def kept() -> dict[str, Any] | None:
    """Return what the file holds, or None where it is missing or the labels have changed since."""
    try:
        content = json.loads(KEPT.read_bytes())
    except (OSError, ValueError):
        return None
    fresh = isinstance(content, dict) and content.get("labels") == digest()
    return content if fresh else None


def digest_in_use() -> str:
    """Return the digest of the labels that the rules come from; no file is read a second time."""
    ready = kept()
    return digest() if ready is None else str(ready["labels"])
