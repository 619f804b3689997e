"""The tables of the page on how well each label is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from evals.firing import FIRES_FROM
from evals.judged import ENOUGH, NAMES, Judged
from evals.scores import Array, Counts, calibration_error, counts, interval
from theirside.reader.measured import PATTERNS, Measured
from training.labelled import readings
from training.talks import FOLDER as TALKS

TEST_TALKS = TALKS.with_name("testtalks")
SYSTEMS = ("shipped", "patterns", "alone")
HEADS = "| as shipped | patterns alone | model alone |"
SOURCES = {
    "p4g": "Persuasion for Good, chat",
    "casino": "CaSiNo, chat",
    "email": "e-mail intent, single sentences of mail",
    "inputs:vcon": "outside calls",
    "inputs:zoom": "outside meetings",
    "inputs:mailing-lists": "outside mailing lists",
}
CHOICES = {
    "natural": "by chance",
    "near": "for being like a sentence written for a label",
    "pattern": "because a pattern of a label fires",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """All that the page tells: both test sets, the labels' figures, both agreements."""

    version: str
    real: Judged
    talks: Judged | None
    figures: Mapping[str, Measured]
    kappa: Mapping[str, float | None]
    talks_kappa: Mapping[str, float | None]


def share(value: float | None) -> str:
    """Return a share as the page prints it: ``.82``, or a dash."""
    return "–" if value is None else f"{value:.2f}".replace("0.", ".", 1)


def cell(made: Counts, number: int = 0) -> str:
    """Return precision · recall · F1 of a label; a dash for what can't be said."""
    fired, holding = made.right + made.wrong, made.right + made.missed
    precision = float(made.precision()[number]) if fired[number] else None
    recall = float(made.recall()[number]) if holding[number] else None
    f1 = float(made.f1()[number]) if fired[number] or holding[number] else None
    return f"{share(precision)} · {share(recall)} · {share(f1)}"


def cells(part: Judged) -> str:
    """Return the cells of the three readers over all labels of these sentences together."""
    holds = part.holds.reshape(-1, 1)
    made = [counts(getattr(part, name).reshape(-1, 1), holds) for name in SYSTEMS]
    return " | ".join(cell(each) for each in made)


def fires(figures: Measured) -> str:
    """Return whether a label fires by default, and if not, why."""
    if figures.fires:
        return "yes"
    if figures.positives < ENOUGH or figures.precision is None:
        return "no: too few in the test set to tell"
    if figures.precision < FIRES_FROM:
        return f"no: precision {share(figures.precision)} is below {share(FIRES_FROM)}"
    return "no: held back"


def _mean_line(name: str, fired: Array, holds: Array) -> str:
    told = np.nonzero(holds.sum(0) >= ENOUGH)[0]

    def mean(kind: Callable[[Counts], Array]) -> str:
        def score(rows: Array) -> float:
            return float(kind(counts(fired[rows][:, told], holds[rows][:, told])).mean())

        low, high = interval(score, len(holds))
        return f"{share(score(np.arange(len(holds))))} ({share(low)} to {share(high)})"

    return f"| {name} | {mean(Counts.precision)} | {mean(Counts.recall)} | {mean(Counts.f1)} |"


def summary(real: Judged) -> str:
    """Return the table of means over the labels that hold often enough to tell."""
    told = int((real.holds.sum(0) >= ENOUGH).sum())
    if not told:
        return "Too few sentences carry any label to tell."
    named = {"Patterns alone": "patterns", "Model alone": "alone", "As shipped, both": "shipped"}
    rows = [_mean_line(name, getattr(real, part), real.holds) for name, part in named.items()]
    error = calibration_error(real.chances, real.holds)
    return (
        f"Means over the {told} labels that at least {ENOUGH} sentences carry, each label counting "
        "the same and one that never fires with a precision of 0; in brackets the middle 95% over "
        "500 resamplings of the sentences:\n\n"
        "| | precision | recall | F1 |\n|---|---|---|---|\n" + "\n".join(rows) + "\n\n"
        f"Expected calibration error over all labels and sentences: {error:.4f}."
    )


def parts_table(head: str, parts: Iterable[tuple[str, Judged]]) -> str:
    """Return a table of all labels together, a row for each part of the sentences."""
    rows = [
        f"| {name} | {len(part.said)} | {int(part.holds.sum())} | {cells(part)} |"
        for name, part in parts
        if part.said
    ]
    return f"| {head} | sentences | labels {HEADS}\n|---|---|---|---|---|---|\n" + "\n".join(rows)


def by_source(real: Judged) -> str:
    """Return the table by where sentences come from."""
    return parts_table("from", ((name, _of(real, start)) for start, name in SOURCES.items()))


def _of(real: Judged, start: str) -> Judged:
    return real.part(
        [
            n
            for n, each in enumerate(real.said)
            if each.id.startswith(start + ":") or each.id.startswith(start + "/")
        ]
    )


def by_choice(real: Judged) -> str:
    """Return the table by how a sentence came into the test set."""
    how = readings("test")
    chosen = [how[each.id][2].partition(":")[0] for each in real.said]
    return parts_table(
        "chosen",
        (
            (told, real.part([n for n, each in enumerate(chosen) if each == name]))
            for name, told in CHOICES.items()
        ),
    )


def by_label(measure: Measure) -> str:
    """Return the table of all labels on the real sentences."""
    real = measure.real
    made = [counts(getattr(real, name), real.holds) for name in SYSTEMS]
    rows = []
    for number, name in enumerate(NAMES):
        each = measure.figures[name]
        error = calibration_error(real.chances[:, number], real.holds[:, number])
        limit = "–" if each.by == PATTERNS else share(each.threshold)
        rows.append(
            f"| [`{name}`](#{anchor(name)}) | {int(real.holds[:, number].sum())} | "
            + " | ".join(cell(one, number) for one in made)
            + f" | {limit} | {each.by} | {fires(each)} | {error:.3f} | "
            f"{share(measure.kappa.get(name))} |"
        )
    return (
        f"| label | n {HEADS} threshold | read by | fires by default | calibration error | κ |\n"
        "|---|---|---|---|---|---|---|---|---|---|\n" + "\n".join(rows)
    )


def anchor(name: str) -> str:
    """Return what a label's heading is linked by."""
    return name.replace(".", "")


def talks_tables(measure: Measure) -> str:
    """Return what was measured on the invented talks, by label and by talk."""
    if measure.talks is None:
        return ""
    said = measure.talks
    made = [counts(getattr(said, name), said.holds) for name in SYSTEMS]
    rows = [
        f"| `{name}` | {int(said.holds[:, number].sum())} | "
        + " | ".join(cell(one, number) for one in made)
        + f" | {share(measure.talks_kappa.get(name))} |"
        for number, name in enumerate(NAMES)
        if said.holds[:, number].any() or said.shipped[:, number].any()
    ]
    names = dict.fromkeys(each.conversation for each in said.said)
    each_talk = (
        (about(name), said.part([n for n, e in enumerate(said.said) if e.conversation == name]))
        for name in names
    )
    return (
        "## Invented sales talks\n\n"
        f"{len(names)} talks, {len(said.said)} sentences, written for Theirside and labelled by "
        "two readers. What is rare in real talks can only be measured here; but whoever invents a "
        "talk says things more plainly than people do: read these figures as the better case.\n\n"
        f"| label | n {HEADS} κ |\n|---|---|---|---|---|---|\n" + "\n".join(rows) + "\n\n"
        "By trade and channel, all labels together:\n\n"
        f"{parts_table('talk', each_talk)}\n\n"
    )


def about(conversation: str) -> str:
    """Return trade and channel of an invented talk, from the line that its file begins with."""
    name = conversation.removeprefix("talk:")
    with (TEST_TALKS / f"{name}.tsv").open(encoding="utf-8") as lines:
        first = next(lines, "")
    if not first.startswith("#"):
        return name
    parts = [part.partition(":")[2] or part for part in re.split("[;·]", first.lstrip("# "))]
    return ", ".join(part.strip() for part in parts[:2])
