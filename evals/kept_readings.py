"""Readings kept in a file, so that a study is quickly run again; another reader reads anew.

A line is one talk: ``{"reader", "talk", "annotations": [[turn, start, end, label, probability]]}``,
gzipped. A line of another reader's version counts for nothing.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.reader import Reader, read

Readings = dict[str, tuple[Annotation, ...]]
REPORTED = 100
"""After so many talks it says how far it is."""


def readings_of(
    talks: Iterable[Conversation], reader: Reader, kept: Path | None = None
) -> Readings:
    """Return what the reader says of each talk, by the talk's id.

    ``kept`` is the file in which readings stay; without it everything is read anew. What was read
    stands there even where a run is broken off.
    """
    version = reader.version
    found = _known(kept, version) if kept is not None and kept.exists() else {}
    missing = [talk for talk in talks if talk.id not in found]
    if kept is None:
        return found | {talk.id: read(talk, reader) for talk in missing}
    with gzip.open(kept, "at", encoding="utf-8") as file:
        for number, talk in enumerate(missing):
            found[talk.id] = read(talk, reader)
            file.write(_line(version, talk.id, found[talk.id]) + "\n")
            if number % REPORTED == 0:
                file.flush()
                print(f"read {number} of {len(missing)} talks", file=sys.stderr, flush=True)
    return found


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
