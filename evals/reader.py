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

from evals.firing import by_label, fires, tables, with_figures
from evals.judged import NAMES, chances_of, judged
from evals.scores import (
    Array,
    best_shared_threshold,
    interval,
    macro_f1,
    most_expected,
    one_of,
    sigmoid,
)
from theirside.reader.encoder import FOLDER, Encoder
from theirside.reader.measured import LABELS, Measured, measured
from training.calibrate import fitted, judgements, thresholds
from training.contract import FAMILIES, Family
from training.corpus import own, public
from training.labelled import labelled
from training.said import Said
from training.sources import casino, email_intent, goemotions, persuasion
from training.talks import TESTED, talks


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
    _several(name, sigmoid(tune.of(chosen)), sigmoid(test.of(chosen)), chosen, tune, test)


def several_calibrated(name: str, chosen: Family, tune: Reading, test: Reading) -> None:
    """Print the same with calibrated chances, at one threshold and at those they ask for.

    For sets of which enough is kept aside that each label's calibration can be learned from it.
    """
    slopes, offsets = fitted(tune.of(chosen).astype(np.float64), tune.holds(chosen))
    tuned, tested = (sigmoid(each.of(chosen) * slopes + offsets) for each in (tune, test))
    _several(name, tuned, tested, chosen, tune, test)
    fired, holds = tested >= most_expected(tuned), test.holds(chosen)
    note = "each label from the chance on that promises the best F1"
    line("… thresholds as chances ask", lambda r: macro_f1(fired[r], holds[r]), len(holds), note)


def _several(
    name: str, tuned: Array, tested: Array, chosen: Family, tune: Reading, test: Reading
) -> None:
    limit = best_shared_threshold(tuned, tune.holds(chosen))
    fired, holds = tested >= limit, test.holds(chosen)
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
    aside = Reading(encoder, tune["goemotions"])
    several_calibrated("GoEmotions, macro-F1 over 28", emotions, aside, test)
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

        floor(chosen.data, chosen.inputs)
    aside = own(chosen.data, chosen.inputs).tune
    limits = wanted(encoder, figures, [*aside["real"], *aside["talks"]])
    found = own_labels(encoder, figures, labelled("test", chosen.data, chosen.inputs), limits)
    if chosen.write:
        entries = ",\n".join(json.dumps(asdict(each)) for each in found.values())
        (chosen.model / LABELS).write_text(f"[\n{entries}\n]\n", encoding="utf-8")
    return 0


def wanted(encoder: Encoder, figures: dict[str, Measured], aside: Sequence[Said]) -> Array:
    """Return the thresholds at which, of sentences kept aside, four of five that fire are right.

    The shipped ones are stricter for whatever becomes a statement about a person.
    """
    return thresholds(chances_of(encoder, figures, aside), judgements(aside))


def own_labels(
    encoder: Encoder, figures: dict[str, Measured], real: Sequence[Said], limits: Array
) -> dict[str, Measured]:
    """Print the tables of our own labels; return what was measured of each."""
    loud = {name: replace(each, fires=name in NAMES) for name, each in figures.items()}
    first = [judged(encoder, loud, said) for said in (real, talks(TESTED))]
    deciding = fires(first)
    settled = {
        name: replace(each, fires=deciding.get(name, False)) for name, each in figures.items()
    }
    sets = [judged(encoder, settled, each.said) for each in first]
    for title, each in zip(("Real sentences", "Invented sales talks"), sets, strict=True):
        tables(title, each, limits)
    by_label(settled, sets)
    return with_figures(settled, sets)


if __name__ == "__main__":
    sys.exit(main())
