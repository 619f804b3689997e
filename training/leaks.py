"""Find sentences of the test sets that training would see: ``python -m training.leaks DATA``.

    python -m training.leaks DATA [--inputs FOLDER] [--kept OUT/teacher.pt]

Two sentences count as one when they have the same words, or nearly the same meaning: a cosine of
.92 or more between what the original model makes of them. The copies that stand in training sets
are written to ``training/left_out.tsv`` (identifier, digest of the text, the test sentence's
identifier, cosine; never a text), and ``training.corpus`` leaves them out. Formulas of up to four
words ("Thank you so much!") are everybody's and no leak; they are counted apart.
"""

from __future__ import annotations

import argparse
import csv
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from training.corpus import LEFT_OUT, own, public
from training.labelled import digest, labelled
from training.said import Said
from training.sources.casino import casino
from training.sources.email_intent import email_intent
from training.sources.goemotions import goemotions
from training.sources.persuasion import persuasion
from training.talks import FOLDER as TALKS
from training.talks import talks

CLOSE = 0.92
FORMULA = 4
"""Words up to which a sentence is a formula."""
_BLOCK = 1024
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Leaks:
    """What training has of a test set: rows of the test set, and copies by row of training."""

    same: set[int] = field(default_factory=set)
    near: set[int] = field(default_factory=set)
    formulas: set[int] = field(default_factory=set)
    copies: dict[int, tuple[int, float]] = field(default_factory=dict)


def words(text: str) -> tuple[str, ...]:
    """Return the words without case, punctuation and kinds of quotes; signs if it has no words."""
    found = _WORD.findall(text.casefold().replace("’", "'"))
    return tuple(found) or tuple(text.split())


def close(test: _Array, train: _Array, least: float = CLOSE) -> Iterator[tuple[int, int, float]]:
    """Yield test row, training row and cosine of the pairs near each other, block by block."""
    for start in range(0, len(test), _BLOCK):
        cosines = test[start : start + _BLOCK] @ train.T
        for row, other in np.argwhere(cosines >= least):
            yield start + int(row), int(other), float(cosines[row, other])


def same(test: Sequence[Said], train: Sequence[Said]) -> Iterator[tuple[int, int, float]]:
    """Yield test row, training row and 1 of the pairs that have the same words."""
    rows: dict[tuple[str, ...], list[int]] = {}
    for row, each in enumerate(train):
        rows.setdefault(words(each.text), []).append(row)
    for row, each in enumerate(test):
        yield from ((row, other, 1.0) for other in rows.get(words(each.text), ()))


def leaks(
    test: Sequence[Said], train: Sequence[Said], near: Iterable[tuple[int, int, float]]
) -> Leaks:
    """Return what leaks of a test set, given the pairs that are near by meaning."""
    found = Leaks()
    exact = list(same(test, train))
    known = {(row, other) for row, other, _ in exact}
    pairs = [*exact, *(pair for pair in near if pair[:2] not in known)]
    for place, (row, other, cosine) in enumerate(pairs):
        if min(len(words(test[row].text)), len(words(train[other].text))) <= FORMULA:
            found.formulas.add(row)
            continue
        (found.same if place < len(exact) else found.near).add(row)
        if cosine > found.copies.get(other, (0, 0.0))[1]:
            found.copies[other] = row, cosine
    found.near.difference_update(found.same)
    found.formulas.difference_update(found.same | found.near)
    return found


def tests(data: Path, inputs: Path | None) -> dict[str, list[Said]]:
    """Return every test set, by name: the sentences that something is measured on."""
    talk = [each for each in persuasion(data, "test") if each.gold]
    sets = {
        "GoEmotions": goemotions(data, "test"),
        "CaSiNo": casino(data, "test"),
        "Persuasion for Good": talk,
        "e-mail intent": email_intent(data, "test"),
        "labelled by hand": labelled("test", data, inputs),
        "whole talks": talks(TALKS.with_name("testtalks")),
    }
    return {name: said for name, said in sets.items() if said}


def table(found: dict[str, tuple[int, Leaks]]) -> Iterator[str]:
    """Yield the lines of the table; each test set comes with how many sentences it has."""
    columns = ("sentences", "same", "near", "share", "formulas", "copies")
    yield "test set".ljust(22) + "".join(each.rjust(11) for each in columns)
    for name, (size, each) in found.items():
        leaked = len(each.same) + len(each.near)
        figures = (
            *(size, len(each.same), len(each.near), f"{leaked / size:.1%}"),
            *(len(each.formulas), len(each.copies)),
        )
        yield name.ljust(22) + "".join(str(figure).rjust(11) for figure in figures)


def lines(
    train: Sequence[Said], found: Iterable[tuple[Sequence[Said], Leaks]]
) -> list[tuple[str, str, str, str]]:
    """Return the lines of the file of what to leave out: each copy with what it is nearest to."""
    best: dict[int, tuple[float, str]] = {}
    for test, leak in found:
        for other, (row, cosine) in leak.copies.items():
            if cosine > best.get(other, (0.0, ""))[0]:
                best[other] = cosine, test[row].id
    return sorted(
        (train[row].id, digest(train[row].text), name, f"{cosine:.3f}")
        for row, (cosine, name) in best.items()
    )


def main() -> int:
    """Print the table and write what is to be left out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, help="the folder in which the public sets lie")
    parser.add_argument("--inputs", type=Path, help="the folder of outside files, if at hand")
    parser.add_argument("--kept", type=Path, help="a run's teacher.pt, to embed nothing twice")
    chosen = parser.parse_args()
    parts = [public(chosen.data, whole=True), own(chosen.data, chosen.inputs, whole=True)]
    train = [each for part in parts for said in part.train.values() for each in said]
    sets = tests(chosen.data, chosen.inputs)
    with tempfile.TemporaryDirectory() as folder:
        from training.teacher import Teacher

        teacher = Teacher(chosen.kept or Path(folder) / "teacher.pt")
        vectors = teacher.embeddings([*train, *(each for said in sets.values() for each in said)])
    array: _Array = vectors.numpy()
    start, found = len(train), {}
    for name, said in sets.items():
        pairs = close(array[start : start + len(said)], array[: len(train)])
        found[name] = said, leaks(said, train, pairs)
        start += len(said)
    print("\n".join(table({name: (len(said), leak) for name, (said, leak) in found.items()})))
    left = lines(train, found.values())
    with LEFT_OUT.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows(left)
    print(f"{len(left)} of {len(train)} training sentences are left out: {LEFT_OUT.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
