"""How well the reader reads: every table of docs/quality.md's chapter on it, from one command.

    python -m evals.reader DATA [--inputs FOLDER] [--model FOLDER] [--write] [--floor]

DATA is the folder of the public sets, ``--inputs`` that of outside files from which a part of the
test sentences comes; without it they are left out. All figures are the shipped eight-bit file's.
``--write`` writes precision, recall and whether a label fires into the model's ``labels.json``.
``--floor`` measures TF-IDF with logistic regression on the same splits (needs scikit-learn).
Intervals are the middle 95% over 500 resamplings of the sentences.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from evals.scores import (
    Array,
    best_shared_threshold,
    calibration_error,
    counts,
    interval,
    macro_f1,
    one_of,
    sigmoid,
)
from theirside.reader.combined import CombinedReader
from theirside.reader.encoder import FOLDER, Encoder
from theirside.reader.measured import LABELS, Measured, measured
from training.calibrate import judgements, pattern_hits, sentence
from training.contract import FAMILIES, FELT, JUDGED, Family
from training.corpus import public
from training.labelled import labelled, readings
from training.said import Said
from training.sources import casino, email_intent, goemotions, persuasion

NAMES = (*JUDGED, *FELT)
ENOUGH = 10
"""Positives from which on a label's own figures are worth printing."""
FIRES_FROM = 0.7


class Reading:
    """The model's outputs for some sentences, by family."""

    def __init__(self, encoder: Encoder, said: Sequence[Said]) -> None:
        self.said = said
        self._names = encoder.names
        seen = encoder.see([each.text for each in said], [each.before for each in said])
        self.logits = seen.logits

    def of(self, family: Family) -> Array:
        """Return (sentences, names) logits of a family."""
        prefix = "" if family.name in ("judged", "felt", "role") else f"{family.name}:"
        return self.logits[:, [self._names.index(prefix + name) for name in family.names]]

    def holds(self, family: Family) -> Array:
        """Return (sentences, names) of 0 and 1: what holds."""
        return np.array(
            [[name in each.gold[family.name] for name in family.names] for each in self.said],
            dtype=np.float32,
        )


def family(name: str) -> Family:
    """Return the family of that name."""
    return next(each for each in FAMILIES if each.name == name)


def line(name: str, score: Callable[[Array], float], size: int, note: str = "") -> None:
    """Print a score with its interval."""
    low, high = interval(score, size)
    print(f"{name:58}{score(np.arange(size)):.3f}  ({low:.3f}-{high:.3f})  {note}")


def several(name: str, chosen: Family, tune: Reading, test: Reading) -> None:
    """Print the macro-F1 of a family of which several names may hold, one threshold for all."""
    limit = best_shared_threshold(sigmoid(tune.of(chosen)), tune.holds(chosen))
    fired, holds = sigmoid(test.of(chosen)) >= limit, test.holds(chosen)
    note = f"n={len(holds)}, threshold {limit:.2f} tuned on {len(tune.said)}"
    line(name, lambda rows: macro_f1(fired[rows], holds[rows]), len(holds), note)


def single(name: str, chosen: Family, test: Reading, measured_names: Sequence[str]) -> None:
    """Print accuracy and the macro-F1 over the named classes where exactly one name holds."""
    guessed = one_of(test.of(chosen).argmax(1), len(chosen.names))
    holds = test.holds(chosen)
    places = [chosen.names.index(each) for each in measured_names]
    size = len(holds)
    line(
        f"{name}, macro-F1 over {len(places)}",
        lambda rows: macro_f1(guessed[rows][:, places], holds[rows][:, places]),
        size,
        f"n={size}",
    )
    right = (guessed * holds).sum(1)
    line(f"{name}, accuracy over {len(chosen.names)}", lambda rows: right[rows].mean(), size)


def of_family(said: Sequence[Said], name: str) -> list[Said]:
    """Return the sentences that a family's labels were judged for."""
    return [each for each in said if name in each.gold]


def public_sets(encoder: Encoder, data: Path) -> None:
    """Print the table of the public sets' test splits."""
    tune = public(data).tune
    emotions = family(goemotions.TASK)
    test = Reading(encoder, goemotions.goemotions(data, "test"))
    several("GoEmotions, macro-F1 over 28", emotions, Reading(encoder, tune["goemotions"]), test)
    talks = Reading(encoder, casino.casino(data, "test"))
    strategies = family(casino.TASK)
    several("CaSiNo, macro-F1 over 10", strategies, Reading(encoder, tune["casino"]), talks)
    said = persuasion.persuasion(data, "test")
    asking = Reading(encoder, of_family(said, persuasion.PERSUADER))
    ten = family(persuasion.PERSUADER)
    single("Persuasion for Good, strategies", ten, asking, persuasion.STRATEGIES)
    asked = Reading(encoder, of_family(said, persuasion.PERSUADEE))
    acts = family(persuasion.PERSUADEE)
    there = [acts.names[place] for place in np.nonzero(asked.holds(acts).any(axis=0))[0]]
    single("Persuasion for Good, the other's acts", acts, asked, there)
    mails = Reading(encoder, email_intent.email_intent(data, "test"))
    asks = family(email_intent.TASK)
    several("E-mail intent, F1", asks, Reading(encoder, tune["email"]), mails)
    who = Reading(encoder, said)
    right = (who.logits[:, encoder.names.index("role.seller")] > 0) == np.array(
        [each.who == "seller" for each in said]
    )
    line("Who speaks, of a sentence alone, accuracy", lambda rows: right[rows].mean(), len(said))


def fired_by(reader: CombinedReader, said: Sequence[Said]) -> Array:
    """Return (sentences, judged and felt labels): 1 where the reader as shipped says so."""
    place = {name: number for number, name in enumerate(NAMES)}
    found = np.zeros((len(said), len(NAMES)), dtype=np.float32)
    for each in reader.annotate([sentence(number, one) for number, one in enumerate(said)]):
        if each.label in place:
            found[each.turn, place[each.label]] = 1.0
    return found


def chances_of(encoder: Encoder, figures: dict[str, Measured], said: Sequence[Said]) -> Array:
    """Return (sentences, judged and felt labels) calibrated probabilities of the model."""
    logits = Reading(encoder, said).logits
    place = {name: number for number, name in enumerate(encoder.names)}
    return np.stack(
        [
            sigmoid(logits[:, place[figures[n].output]] * figures[n].slope + figures[n].offset)
            for n in NAMES
        ],
        axis=1,
    )


def of_labels(name: str, fired: Array, holds: Array, enough: int = ENOUGH) -> None:
    """Print mean precision, recall and F1 over labels that hold often enough to tell."""
    told = np.nonzero(holds.sum(0) >= enough)[0]
    size = len(holds)
    made = counts(fired[:, told], holds[:, told])
    note = f"precision {made.precision().mean():.2f}, recall {made.recall().mean():.2f}"
    line(
        f"{name}, mean F1 over {len(told)} labels",
        lambda rows: macro_f1(fired[rows][:, told], holds[rows][:, told]),
        size,
        note,
    )


def real_set(
    reader: CombinedReader, encoder: Encoder, figures: dict[str, Measured], said: Sequence[Said]
) -> dict[str, Measured]:
    """Print the tables of the real test set; return the labels' figures as measured on it."""
    holds, chances = judgements(said), chances_of(encoder, figures, said)
    shipped, patterns = fired_by(reader, said), pattern_hits(said)
    limits = np.array([figures[name].threshold for name in NAMES])
    alone = (chances >= limits).astype(np.float32)
    print(f"\nReal test set: {len(said)} sentences, {int(holds.sum())} labels")
    of_labels("Patterns alone", patterns, holds)
    of_labels("Model alone, thresholds for precision", alone, holds)
    of_labels("Model alone, one threshold 0.5", (chances >= 0.5).astype(np.float32), holds)
    of_labels("Patterns and model, as shipped", shipped, holds)
    print(f"Expected calibration error over all labels: {calibration_error(chances, holds):.4f}")
    _by_choice(said, shipped, holds)
    return _by_label(figures, shipped, alone, patterns, chances, holds)


def _by_choice(said: Sequence[Said], shipped: Array, holds: Array) -> None:
    how = readings("test")
    for name in ("natural", "near", "pattern"):
        rows = [n for n, each in enumerate(said) if how[each.id][2].startswith(name)]
        made = counts(shipped[rows].reshape(-1, 1), holds[rows].reshape(-1, 1))
        print(
            f"  chosen {name:8} {len(rows):5} sentences: of all labels, precision "
            f"{made.precision()[0]:.2f}, recall {made.recall()[0]:.2f}"
        )
    for name in ("p4g", "casino", "email", "inputs"):
        rows = [n for n, each in enumerate(said) if each.id.startswith(name)]
        made = counts(shipped[rows].reshape(-1, 1), holds[rows].reshape(-1, 1))
        print(
            f"  from {name:10} {len(rows):5} sentences: of all labels, precision "
            f"{made.precision()[0]:.2f}, recall {made.recall()[0]:.2f}"
        )


def _by_label(
    figures: dict[str, Measured],
    shipped: Array,
    alone: Array,
    patterns: Array,
    chances: Array,
    holds: Array,
) -> dict[str, Measured]:
    print(
        f"\n{'label':24}{'n':>4} | as shipped P    R    F1 | model P    R    F1 "
        f"| patterns P    R    F1 |  threshold  ECE  by"
    )
    made = [counts(each, holds) for each in (shipped, alone, patterns)]
    found = {}
    for number, name in enumerate(NAMES):
        positives = int(holds[:, number].sum())
        parts = [
            f"{c.precision()[number]:6.2f}{c.recall()[number]:5.2f}{c.f1()[number]:6.2f}"
            for c in made
        ]
        error = calibration_error(chances[:, number], holds[:, number])
        each = figures[name]
        print(
            f"{name:24}{positives:4} | {parts[0]:>19} | {parts[1]:>13} | {parts[2]:>16} |"
            f"  {each.threshold:9.2f} {error:.3f}  {each.by}"
        )
        fired = int(shipped[:, number].sum())
        told = positives >= ENOUGH and fired > 0
        found[name] = replace(
            each,
            positives=positives,
            precision=round(float(made[0].precision()[number]), 3) if told else None,
            recall=round(float(made[0].recall()[number]), 3) if told else None,
        )
    return found


def main() -> int:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--inputs", type=Path)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--floor", action="store_true")
    chosen = parser.parse_args()
    encoder, figures = Encoder(chosen.model), dict(measured(chosen.model))
    print(f"{encoder.version}, {(chosen.model / 'reader.onnx').stat().st_size / 1e6:.2f} MB\n")
    public_sets(encoder, chosen.data)
    if chosen.floor:
        from evals.floor import floor

        floor(chosen.data)
    said = labelled("test", chosen.data, chosen.inputs)
    reader = CombinedReader(encoder=encoder, figures=figures)
    found = real_set(reader, encoder, figures, said)
    if chosen.write:
        entries = ",\n".join(json.dumps(asdict(each)) for each in (figures | found).values())
        (chosen.model / LABELS).write_text(f"[\n{entries}\n]\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
