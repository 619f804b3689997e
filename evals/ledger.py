"""How well gifts and asks are found by the kinds' own words, against hand-labelled sentences.

``python -m evals.ledger`` reads the written talks and examples in ``training/`` (``gift`` and
``ask`` are labelled in every sentence) and prints, for each column, how many sentences carry it,
precision and recall with their 95% intervals; with ``--alarms`` every false alarm. The phrases
were written while looking at the examples and at every second talk (2nd, 4th …, by file name); the
others were not looked at. What the trained model adds is told in ``docs/reader-labels.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from theirside.care.intervals import wilson
from theirside.serve.ledger.entry import Column
from theirside.serve.ledger.sentence import found_in

TRAINING = Path(__file__).parents[1] / "training"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence: who says it, and the labels that it carries."""

    text: str
    by_us: bool
    labels: frozenset[str]


@dataclass
class Score:
    """Counts of one column over some sentences."""

    hits: int = 0
    alarms: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        """Precision and recall, each with its interval and its counts."""
        found, there = self.hits + len(self.alarms), self.hits + len(self.missed)
        return (
            f"precision {_share(self.hits, found)} of {found}, "
            f"recall {_share(self.hits, there)} of {there}"
        )


def _share(hits: int, of: int) -> str:
    interval = wilson(hits, of)
    if interval is None:
        return "–"
    return f"{hits / of:.2f} ({interval[0]:.2f}–{interval[1]:.2f})"


def sentences_in(files: Iterable[Path]) -> Iterator[Labelled]:
    """Yield the sentences of talks and examples; notes, which nobody says to anybody, are out."""
    for file in files:
        head: list[str] = []
        for line in file.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if line.startswith("#") or not line.strip():
                continue
            if not head:
                head = cells
                continue
            row = dict(zip(head, cells, strict=False))
            if row["who"] != "note":
                labels = frozenset(row["labels"].split(","))
                yield Labelled(row["text"], row["who"] == "seller", labels)


def scores(sentences: Iterable[Labelled]) -> dict[Column, Score]:
    """Return how each column was found by words alone."""
    made = {column: Score() for column in Column}
    for each in sentences:
        found = {one.column for one in found_in(each.text, by_us=each.by_us)}
        for column, score in made.items():
            labelled = column in each.labels
            if column in found and labelled:
                score.hits += 1
            elif column in found:
                score.alarms.append(each.text)
            elif labelled:
                score.missed.append(each.text)
    return made


def halves(talks: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the talks that were looked at as the phrases were written, and those that weren't."""
    return list(talks[1::2]), list(talks[::2])


def main() -> None:
    """Print the figures."""
    examples = sorted((TRAINING / "examples").rglob("*.tsv"))
    seen, unseen = halves(sorted((TRAINING / "talks").glob("*.tsv")))
    for title, files in (
        ("talks not looked at", unseen),
        ("talks looked at", seen),
        ("examples", examples),
    ):
        every = list(sentences_in(files))
        print(f"{title}: {len(every):,} sentences")
        for column, score in scores(every).items():
            print(f"  {column}: {score.line}")
            if "--alarms" in sys.argv:
                for text in score.alarms:
                    print(f"    {text}")


if __name__ == "__main__":
    main()
