"""The sentences written for this project, and the check that their files are as they should be.

``python -m training.examples`` says for every label how many sentences carry it in its own file
and how many are near misses, how many trades they come from, and what is wrong with any line.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.contract import JUDGED, WRITTEN

FOLDER = Path(__file__).with_name("examples")
COLUMNS = ("labels", "who", "channel", "trade", "before", "text")
WHO = ("seller", "customer", "note")
CHANNELS = ("mail", "call", "meeting", "chat", "note")
ENOUGH = 150
TRADES = 15


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence written for ``target``, with every label that holds for it."""

    target: str
    labels: frozenset[str]
    who: str
    channel: str
    trade: str
    before: str
    text: str
    place: str
    """``file:line``, for messages."""


def path_of(label: str) -> Path:
    """Return the file of the sentences that were written for a label."""
    return FOLDER / (label.replace(".", "/") + ".tsv")


def written(labels: tuple[str, ...] = WRITTEN) -> list[Written]:
    """Return all sentences written for the labels, in the order of their files.

    Raises ``ValueError`` naming file and line for a line that is not as the guideline says.
    """
    return [each for label in labels if path_of(label).exists() for each in _of(label)]


def _of(label: str) -> Iterator[Written]:
    path = path_of(label)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows, ())) != COLUMNS:
            raise ValueError(f"{path}:1: the first line must name the columns {COLUMNS}.")
        for number, row in enumerate(rows, start=2):
            yield _row(label, row, f"{path.relative_to(FOLDER)}:{number}")


def _row(target: str, row: list[str], place: str) -> Written:
    if len(row) != len(COLUMNS):
        raise ValueError(f"{place}: {len(row)} columns where {len(COLUMNS)} are due.")
    labels, who, channel, trade, before, text = (each.strip() for each in row)
    chosen = frozenset() if labels == "-" else frozenset(labels.replace(" ", "").split(","))
    wrong = chosen - set(JUDGED)
    if wrong:
        raise ValueError(f"{place}: no such label: {', '.join(sorted(wrong))}.")
    if who not in WHO or channel not in CHANNELS or not trade or not text:
        raise ValueError(f"{place}: who, channel, trade or text is not as the guideline says.")
    return Written(target, chosen, who, channel, trade, before, text, place)


def main() -> int:
    """Print the table of what is there; return 1 when a file falls short."""
    short = False
    print(f"{'label':26}{'carry it':>9}{'near miss':>10}{'trades':>7}{'twice':>6}")
    for label in WRITTEN:
        try:
            rows = written((label,))
        except ValueError as error:
            short = True
            print(f"{label:26}{error}")
            continue
        carrying = sum(label in each.labels for each in rows)
        missing, trades = len(rows) - carrying, len({each.trade for each in rows})
        twice = sum(n - 1 for n in Counter(each.text.casefold() for each in rows).values())
        enough = carrying >= ENOUGH and missing >= ENOUGH and trades >= TRADES and not twice
        short |= not enough
        print(f"{label:26}{carrying:9}{missing:10}{trades:7}{twice:6}{'' if enough else '  short'}")
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
