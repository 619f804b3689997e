"""How well are gifts, asks and promises found in real sentences that trained nothing?

    python -m evals.given_and_asked DATA [--inputs INPUTS] [--mistakes seen|unseen|none]

``given_and_asked.tsv`` holds the sentences by identifier, digest and label (the text stays where it
is), ``given_and_asked.md`` how they were chosen and labelled. DATA holds ``email-intent``,
``persuasion-for-good`` and ``casino``, INPUTS mailing lists, vCons and meetings; without them those
sentences are left out. For the patterns alone and for the default reader it prints, of the ``seen``
and of the ``unseen`` half, precision and recall as counted (Wilson's interval) and weighed back to
all sentences from which these were drawn (interval from strata drawn anew). ``--mistakes`` prints
mistakes of the sets whose licence lets their text be shown.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.mistakes import source
from evals.scores import Array, interval, kappa, wilson
from theirside.reader import default_reader
from theirside.reader.patterns import PatternReader
from theirside.reader.reader import Reader
from training.calibrate import sentence
from training.labelled import INPUTS, UNCLEAR, digest
from training.said import Said
from training.sources.casino import casino_sentences
from training.sources.email_intent import email_intent
from training.sources.inputs import input_sentences
from training.sources.persuasion import persuasion_sentences

KEPT = Path(__file__).with_name("given_and_asked.tsv")
AGAIN = Path(__file__).with_name("given_and_asked.second.tsv")
LABELS = ("gift", "ask", "promise")
HALVES = ("seen", "unseen")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence with its labels, its stratum and how many sentences that has."""

    said: Said
    stratum: str
    of: int
    half: str
    labels: frozenset[str]


def candidates(data: Path, inputs: Path | None) -> list[Said]:
    """Return every sentence of the parts that these were drawn from."""
    found = [*email_intent(data, "test"), *persuasion_sentences(data)]
    found += casino_sentences(data, "test")
    return [*found, *(input_sentences(inputs, INPUTS) if inputs else [])]


def labelled(said: Iterable[Said], kept: Path = KEPT) -> list[Labelled]:
    """Return the kept sentences whose text is at hand, the unclear ones left out.

    Raises ``ValueError`` for a sentence whose text is not the one that was labelled.
    """
    with kept.open(encoding="utf-8", newline="") as lines:
        rows = {row["sentence"]: row for row in csv.DictReader(lines, delimiter="\t")}
    found = []
    for each in said:
        row = rows.get(each.id)
        if row is None:
            continue
        if row["digest"] != digest(each.text):
            raise ValueError(f"{each.id} of {kept.name} is not the text that was labelled.")
        labels = frozenset(row["labels"].split(",")) - {"-"}
        if UNCLEAR not in labels:
            found.append(Labelled(each, row["stratum"], int(row["of"]), row["half"], labels))
    return found


def fired(reader: Reader, chosen: Sequence[Labelled]) -> Array:
    """Return (sentences, labels): 1 where the reader says the label."""
    said = np.zeros((len(chosen), len(LABELS)), dtype=bool)
    places = [sentence(number, each.said) for number, each in enumerate(chosen)]
    for found in reader.annotate(places):
        if found.label in LABELS:
            said[found.turn, LABELS.index(found.label)] = True
    return said


def held(chosen: Sequence[Labelled]) -> Array:
    """Return (sentences, labels): 1 where the label holds."""
    return np.array([[name in each.labels for name in LABELS] for each in chosen], dtype=bool)


def weights(chosen: Sequence[Labelled]) -> Array:
    """Return for how many sentences each one stands."""
    size: dict[str, int] = {}
    for each in chosen:
        size[each.stratum] = size.get(each.stratum, 0) + 1
    return np.array([each.of / size[each.stratum] for each in chosen])


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its 95% interval; ``part`` of ``whole`` were counted."""

    part: int
    whole: int
    low: float
    high: float
    weighed: float
    weighed_low: float
    weighed_high: float

    def __str__(self) -> str:
        counted = f"{self.part}/{self.whole}".rjust(7)
        share = f"{self.part / self.whole:.2f}" if self.whole else "  – "
        return (
            f"{counted} {share} ({self.low:.2f}–{self.high:.2f})  weighed {self.weighed:.2f} "
            f"({self.weighed_low:.2f}–{self.weighed_high:.2f})"
        )


def share(right: Array, among: Array, chosen: Sequence[Labelled]) -> Share:
    """Return how much of ``among`` is ``right``, as counted and weighed back."""
    weight = weights(chosen)
    names = np.array([each.stratum for each in chosen])
    strata = [np.flatnonzero(names == name) for name in sorted(set(names))]

    def weighed(rows: Array) -> float:
        whole = (weight * among)[rows].sum()
        return float((weight * (right & among))[rows].sum() / whole) if whole else 0.0

    def drawn(numbers: Array) -> float:
        # The numbers only seed the draw: every stratum is drawn anew by itself.
        chance = np.random.default_rng(numbers[:8])
        return weighed(np.concatenate([chance.choice(rows, len(rows)) for rows in strata]))

    part, whole = int((right & among).sum()), int(among.sum())
    everything = np.arange(len(chosen))
    return Share(
        part, whole, *wilson(part, whole), weighed(everything), *interval(drawn, len(chosen))
    )


def table(chosen: Sequence[Labelled], said: Array) -> Iterator[str]:
    """Yield precision and recall of each label."""
    holds = held(chosen)
    for at, name in enumerate(LABELS):
        yield f"  {name:8} precision {share(holds[:, at], said[:, at], chosen)}"
        yield f"  {'':8} recall    {share(said[:, at], holds[:, at], chosen)}"


def mistakes(chosen: Sequence[Labelled], said: Array) -> Iterator[str]:
    """Yield what was said wrongly and what was missed, where the text may be shown."""
    holds = held(chosen)
    for at, name in enumerate(LABELS):
        for what, rows in (
            ("wrong", said[:, at] & ~holds[:, at]),
            ("missed", ~said[:, at] & holds[:, at]),
        ):
            for row in np.flatnonzero(rows):
                one = chosen[int(row)].said
                if source(one):
                    before = one.before.replace("\n", " / ")[-80:]
                    yield f"  {name} {what} [{source(one)}] …{before} » {one.text}"


def agreement(said: Sequence[Said]) -> Iterator[str]:
    """Yield what the same reader said of a hundred sentences a second time."""
    with AGAIN.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    again = {row["sentence"]: frozenset(row["labels"].split(",")) for row in rows}
    both = [(each.labels, again[each.said.id]) for each in labelled(said) if each.said.id in again]
    for name in LABELS:
        first = np.array([name in one for one, _ in both])
        second = np.array([name in other for _, other in both])
        found = kappa(first, second)
        told = "–" if found is None else f"{found:.2f}"
        yield f"  {name:8} κ {told}, {int(first.sum())} and {int(second.sum())} of {len(both)}"


def main() -> int:
    """Print the figures of both readers on both halves."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, help="the folder in which the public sets lie")
    parser.add_argument("--inputs", type=Path, help="the folder of outside files, if at hand")
    parser.add_argument("--mistakes", choices=(*HALVES, "none"), default="seen")
    given = parser.parse_args()
    said = candidates(given.data, given.inputs)
    chosen = labelled(said)
    readers: dict[str, Reader] = {"patterns": PatternReader(), "default": default_reader()}
    for half in HALVES:
        part = [each for each in chosen if each.half == half]
        for name, reader in readers.items():
            print(f"{half}, {len(part)} sentences, {name}:")
            print("\n".join(table(part, fired(reader, part))))
            if half == given.mistakes and name == "default":
                print("\n".join(mistakes(part, fired(reader, part))))
    print("labelled again by the same reader:")
    print("\n".join(agreement(said)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
