"""Which labels fire, and the tables of the labels that we judge ourselves.

One rule decides: the label, as model and patterns read it together, is right in at least seven of
ten cases in which it fires. Real sentences decide where it fires often enough in them; otherwise
both sets together; where it fires too seldom even there, the model keeps still and only patterns
speak.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from evals.judged import ENOUGH, NAMES, Judged
from evals.scores import Array, calibration_error, counts, interval, macro_f1
from theirside.reader.measured import Measured
from training.labelled import readings

FIRED_ENOUGH = 8
"""Times that a label has to fire before its precision decides anything."""
FIRES_FROM = 0.7


def fires(sets: Sequence[Judged]) -> dict[str, bool]:
    """Return which labels fire; the first set decides where it can."""
    right = [(each.shipped * each.holds).sum(0) for each in sets]
    fired = [each.shipped.sum(0) for each in sets]
    found = {}
    for place, name in enumerate(NAMES):
        known = 1 if fired[0][place] >= FIRED_ENOUGH else len(sets)
        count = sum(each[place] for each in fired[:known])
        good = sum(each[place] for each in right[:known])
        found[name] = bool(count >= FIRED_ENOUGH and good / count >= FIRES_FROM)
    return found


def _of_labels(name: str, fired: Array, holds: Array, enough: int = ENOUGH) -> None:
    """Print mean precision, recall and F1 over labels that hold often enough to tell."""
    told = np.nonzero(holds.sum(0) >= enough)[0]
    size = len(holds)
    made = counts(fired[:, told], holds[:, told])
    note = f"precision {made.precision().mean():.2f}, recall {made.recall().mean():.2f}"
    low, high = interval(lambda rows: macro_f1(fired[rows][:, told], holds[rows][:, told]), size)
    mean = macro_f1(fired[:, told], holds[:, told])
    print(f"{name:52}F1 {mean:.3f}  ({low:.3f}-{high:.3f})  {note}")


def tables(title: str, each: Judged, limits: Array) -> None:
    """Print a set's tables; ``limits`` are thresholds from which four of five should be right."""
    told = int((each.holds.sum(0) >= ENOUGH).sum())
    print(f"\n{title}: {len(each.said)} sentences, {int(each.holds.sum())} labels")
    print(f"Means over the {told} labels that at least {ENOUGH} sentences carry")
    _of_labels("Patterns alone", each.patterns, each.holds)
    _of_labels("Model alone, at its thresholds", each.alone, each.holds)
    _of_labels("… for precision .8 of all", (each.chances >= limits).astype(np.float32), each.holds)
    _of_labels("Model alone, from 0.5", (each.chances >= 0.5).astype(np.float32), each.holds)
    _of_labels("As shipped", each.shipped, each.holds)
    error = calibration_error(each.chances, each.holds)
    print(f"Expected calibration error over all labels: {error:.4f}")
    _by_choice(each)


def _by_choice(each: Judged) -> None:
    how = readings("test")
    kinds = {
        one: (how[said.id][2].partition(":")[0], said.id.partition(":")[0])
        for one, said in enumerate(each.said)
        if said.id in how
    }
    for name in sorted({kind for pair in kinds.values() for kind in pair}):
        rows = [one for one, pair in kinds.items() if name in pair]
        made = counts(each.shipped[rows].reshape(-1, 1), each.holds[rows].reshape(-1, 1))
        print(
            f"  {name:10}{len(rows):6} sentences; of all labels as shipped, precision "
            f"{made.precision()[0]:.2f}, recall {made.recall()[0]:.2f}"
        )


def by_label(figures: Mapping[str, Measured], sets: Sequence[Judged]) -> None:
    """Print each label's precision and recall: as shipped, model and patterns, in each set."""
    print(f"\n{'':24}" + "  |  as shipped | model only | patterns   " * len(sets))
    print(f"{'label':24}" + "   n   P    R      P    R      P    R   " * len(sets), "limit by")
    for place, name in enumerate(NAMES):
        parts = []
        for each in sets:
            made = [counts(x, each.holds) for x in (each.shipped, each.alone, each.patterns)]
            figure = "  ".join(f"{c.precision()[place]:5.2f}{c.recall()[place]:5.2f}" for c in made)
            parts.append(f"{int(each.holds[:, place].sum()):4} {figure}  ")
        known = figures[name]
        silent = "" if known.fires else ", silent"
        print(f"{name:24}" + " ".join(parts), f"{known.threshold:.2f} {known.by}{silent}")


def with_figures(figures: Mapping[str, Measured], sets: Sequence[Judged]) -> dict[str, Measured]:
    """Return the labels' figures, from real sentences where enough carry the label.

    Where they are too few, from all sets together; where these are too few too, none.
    """
    found = dict(figures)
    for place, name in enumerate(NAMES):
        positives = [int(each.holds[:, place].sum()) for each in sets]
        known = 1 if positives[0] >= ENOUGH else len(sets)
        shipped = np.concatenate([each.shipped[:, place] for each in sets[:known]])
        holds = np.concatenate([each.holds[:, place] for each in sets[:known]])
        made = counts(shipped[:, None], holds[:, None])
        told = holds.sum() >= ENOUGH and shipped.sum() > 0
        found[name] = replace(
            figures[name],
            positives=int(holds.sum()),
            precision=round(float(made.precision()[0]), 3) if told else None,
            recall=round(float(made.recall()[0]), 3) if told else None,
        )
    return found
