"""How often are two sentences rightly called the same, or opposite?

Measured on pairs that were made to be hard: negation-nli (Hossain and others, 2020; MIT licence),
premise and hypothesis that differ in a negation or two. What people say in talks is easier, so
the precision here is a floor, and next to no pair of it is a repetition, so recall says little.

Run it from the repository with the folder that holds MNLI.txt and SNLI.txt:
``python -m evals.sameness FOLDER``. It prints, for several thresholds, how many pairs were called
opposite or the same, and what share of those is labelled contradiction or entailment, with
Wilson's 95% interval. The thresholds in ``theirside.understand.grouping`` were chosen by it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from math import sqrt
from pathlib import Path

from theirside.understand.grouping import OPPOSITE, contradict, is_same
from theirside.understand.words import Gist, gist, likeness

THRESHOLDS = (0.5, 0.6, 0.7, 0.75, 0.8)


def pairs(folder: Path) -> Iterator[tuple[Gist, Gist, str]]:
    """Yield premise, hypothesis and label of every pair."""
    for name in ("MNLI.txt", "SNLI.txt"):
        for line in (folder / name).read_text("cp1252").splitlines()[1:]:
            fields = line.split("\t")
            if len(fields) == 4:
                yield gist(fields[1]), gist(fields[2]), fields[3]


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return Wilson's 95% interval of a share."""
    if not of:
        return (0.0, 1.0)
    z, share = 1.96, right / of
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return ((middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of))


def line(name: str, labels: list[str], right: str) -> str:
    """Return one row: how many were called so, and what share of them rightly."""
    hits = labels.count(right)
    low, high = wilson(hits, len(labels))
    share = hits / len(labels) if labels else 0.0
    return f"{name:<28}{len(labels):>6}{share:>8.2f}  ({low:.2f} to {high:.2f})"


def main(folder: str) -> None:
    """Print the table."""
    every = list(pairs(Path(folder)))
    print(f"{len(every)} pairs")
    print(f"{'called':<28}{'pairs':>6}{'right':>8}")
    for threshold in THRESHOLDS:
        found = [
            label
            for one, other, label in every
            if one.negated != other.negated
            and (one.values <= other.values or other.values <= one.values)
            and likeness(one, other) >= threshold
        ]
        print(line(f"opposite from {threshold}", found, "contradiction"))
    opposite = [label for one, other, label in every if contradict(one, other)]
    print(line(f"opposite, as used ({OPPOSITE})", opposite, "contradiction"))
    same = [label for one, other, label in every if is_same(one, other)]
    print(line("the same, as used", same, "entailment"))


if __name__ == "__main__":
    main(sys.argv[1])
