"""Readings kept in a file, so that a study is quickly run again; another reader reads anew.

A line is one talk: ``{"reader", "talk", "annotations": [...]}``, gzipped; an annotation is ``[turn,
start, end, label, probability, holder]``. A line of another reader's version counts for nothing.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.reader import Reader, read

Readings = dict[str, tuple[Annotation, ...]]
TOGETHER = 60
"""So many talks are read together, kept, and told of."""


def readings_of(
    talks: Iterable[Conversation],
    reader: Reader,
    kept: Path | None = None,
    foresee: Callable[[Sequence[Conversation]], object] = len,
) -> Readings:
    """Return what the reader says of each talk, by the talk's id.

    ``kept`` is the file in which readings stay; without it everything is read anew. What was read
    stands there even where a run is broken off. ``foresee`` is told the next talks, so that the
    model may read them together.
    """
    found = _known(kept, reader.version) if kept is not None and kept.exists() else {}
    missing = [talk for talk in talks if talk.id not in found]
    _keep(kept, reader.version, found, "wt")  # without what was broken off, or of another reader
    for start in range(0, len(missing), TOGETHER):
        some = missing[start : start + TOGETHER]
        foresee(some)
        new = {talk.id: read(talk, reader) for talk in some}
        _keep(kept, reader.version, new, "at")
        found |= new
        print(f"read {start + len(some)} of {len(missing)}", file=sys.stderr, flush=True)
    return found


def _keep(kept: Path | None, version: str, readings: Readings, mode: Literal["wt", "at"]) -> None:
    if kept is not None:
        with gzip.open(kept, mode, encoding="utf-8") as file:
            file.writelines(f"{_line(version, *each)}\n" for each in readings.items())


def _line(version: str, talk: str, annotations: Iterable[Annotation]) -> str:
    rows = [
        [each.turn, each.start, each.end, each.label, round(each.probability, 4), each.holder]
        for each in annotations
    ]
    return json.dumps({"reader": version, "talk": talk, "annotations": rows})


def _known(kept: Path, version: str) -> Readings:
    found: Readings = {}
    with gzip.open(kept, "rt", encoding="utf-8") as file:
        try:
            for line in file:
                row = json.loads(line)
                if row["reader"] == version:
                    found[row["talk"]] = tuple(
                        Annotation(turn, start, end, label, chance, version, holder)
                        for turn, start, end, label, chance, holder in row["annotations"]
                    )
        except (EOFError, ValueError):
            print(f"{kept} ends in the midst of a line; what was read before it counts")
    return found
