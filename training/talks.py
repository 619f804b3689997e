"""Whole talks written for this project, every sentence labelled: ``talks/<name>.tsv``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from training.contract import FELT, JUDGED
from training.examples import WHO
from training.said import Said, end_of

FOLDER = Path(__file__).with_name("talks")
TESTED = Path(__file__).with_name("testtalks")
"""Talks by another writer, labelled by two readers: they measure, and never train."""
COLUMNS = ("turn", "who", "labels", "text")


def talks(folder: Path | None = None) -> list[Said]:
    """Return every sentence of every talk of a folder, ours to train by if none is named.

    Raises ``ValueError`` naming file and line for a line that is not as the guideline says.
    """
    return [each for path in sorted((folder or FOLDER).glob("*.tsv")) for each in _of(path)]


def _of(path: Path) -> Iterator[Said]:
    before: list[str] = []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        for number, row in enumerate(rows, start=1):
            if row[:1] and (row[0].startswith("#") or tuple(row) == COLUMNS):
                continue
            if len(row) != len(COLUMNS) or row[1] not in WHO:
                raise ValueError(f"{path.name}:{number}: this line is not as it should be: {row}.")
            labels = frozenset(each.strip() for each in row[2].split(",")) - {"-"}
            wrong = labels - {*JUDGED, *FELT}
            if wrong:
                raise ValueError(f"{path.name}:{number}: no such label: {', '.join(wrong)}.")
            gold = {"judged": labels & frozenset(JUDGED), "felt": labels & frozenset(FELT)}
            who, text = "" if row[1] == "note" else row[1], row[3].strip()
            name = f"talk:{path.stem}"
            yield Said(f"{name}:{number}", name, text, end_of(before), who, gold)
            before.append(text)
