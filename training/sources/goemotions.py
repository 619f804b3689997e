"""GoEmotions: 58k comments with 27 emotions or neutral (Demszky 2020; Apache-2.0, CC BY 4.0).

The public finds it as ``goemotions`` in google-research; the standard splits are kept.
"""

from __future__ import annotations

import csv
from pathlib import Path

from training.said import Said

TASK = "goemotions"
EMOTIONS: tuple[str, ...] = tuple(
    "admiration amusement anger annoyance approval caring confusion curiosity desire "
    "disappointment disapproval disgust embarrassment excitement fear gratitude grief joy love "
    "nervousness optimism pride realization relief remorse sadness surprise neutral".split()
)


def goemotions(folder: Path, split: str) -> list[Said]:
    """Return the comments of a split: ``train``, ``dev`` or ``test``."""
    with (folder / "goemotions" / f"{split}.tsv").open(encoding="utf-8", newline="") as lines:
        return [
            Said(
                id=f"goemotions:{name}",
                conversation=f"goemotions:{name}",
                text=text,
                gold={TASK: frozenset(EMOTIONS[int(each)] for each in numbers.split(","))},
            )
            for text, numbers, name in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
