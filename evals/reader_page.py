"""The page on how well each label is read, from one command.

    python -m evals.reader_page DATA --inputs FOLDER [--model FOLDER] [--docs FOLDER]

DATA is the folder of the public sets, ``--inputs`` that of outside files; without it their
sentences are left out. Writes ``reader-labels.md`` and ``reliability.svg`` into the documentation.
Talks in ``training/testtalks`` are measured beside, if there are any. Only text of openly licensed
sets, and of talks that were written for us, gets into the page.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evals.judged import ENOUGH, NAMES, Judged, agreement, judged
from evals.mistakes import printed, worst
from evals.reader_tables import (
    TEST_TALKS,
    Measure,
    by_choice,
    by_label,
    by_source,
    fires,
    share,
    summary,
    talks_tables,
)
from evals.reliability import picture
from evals.scores import Bin, reliability
from theirside.reader import labels
from theirside.reader.encoder import FOLDER, Encoder
from theirside.reader.measured import measured
from training.labelled import labelled
from training.talks import talks

DOCS = Path(__file__).parents[1] / "docs"
PAGE, PICTURE = "reader-labels.md", "reliability.svg"
COMMAND = "python -m evals.reader_page DATA --inputs FOLDER"
ALL = "all labels"
LEGEND = f"""In a cell stand precision · recall · F1: of what was marked, how much was right; of
what was there, how much was marked; and both in one. Below {ENOUGH} sentences (n) take no figure
for more than a hint. *Patterns alone* is the reader without the model, *model alone* the model
from its threshold on. κ is Cohen's, between the two who read the test set: 1 is full
agreement, 0 what chance would give. Both were schooled by the same page and are alike, so what
others would agree on is less: take κ as an upper bound. The calibration error is the expected
one, over ten bins of equal width; of a rare label it is small whatever the model says."""
CHOSEN = """Rare labels are rare: to have any in the test set, most sentences were looked for.
Those taken by chance show best what to expect of a talk."""
FITS = f"""Where the model says 60%, it should be so in six cases of ten. Across: what it said;
up: how often it was so, with the 95% interval; a bigger dot stands for more sentences; on the
dashed line both are the same. Drawn are labels that at least {ENOUGH} sentences carry; the
figures behind each panel stand with the label [below](#one-by-one)."""
WORST = """Of each label the worst mistakes: false alarms, the surest first, and sentences that
were missed, the least suspected first; in brackets what was said before, at the end the model's
probability. Of a label that doesn't fire by default, the mistakes are those that it would make if
it did. What the reader leaves alone on purpose (health, religion and the like) is not shown."""
FOOT = """## Whose words these are

Sentences marked *Persuasion for Good* are from the data set of that name (Wang and others, 2019;
Apache-2.0), those marked *CaSiNo* from the CaSiNo corpus (Chawla and others, 2021; [CC BY
4.0](https://creativecommons.org/licenses/by/4.0/)), those marked *e-mail intent* from the e-mail
intent data set (Apache-2.0). They are shown as their writers wrote them, except that long ones
are cut and addresses and long numbers are replaced by “…”; the labels are ours. Talks marked
*invented talk* were written for Theirside; nobody in them exists. Sentences of outside calls,
meetings and mailing lists are counted and never shown.
"""


def section(name: str, measure: Measure) -> str:
    """Return a label's own section: what it means, how its probabilities fit, what it got wrong."""
    label = measure.real.label(name)
    figures = measure.figures[name]
    alarms, misses = worst(label, figures.fires)
    if measure.talks is not None:
        more = worst(measure.talks.label(name), figures.fires)
        alarms, misses = alarms or more[0], misses or more[1]
    fitted = "; ".join(
        f"{share(each.said)} → {share(each.was)} of {each.size}"
        for each in reliability(label.chances, label.holds)
    )
    parts = [
        f"### `{name}`",
        f"{labels()[name].definition} {fires(figures).capitalize()}.".replace(
            " Yes.", " Fires by default."
        ).replace(" No:", " Doesn't fire by default:"),
        f"Said → was so: {fitted}.",
    ]
    if alarms:
        parts.append("False alarms:\n\n" + "\n".join(printed(each) for each in alarms))
    if misses:
        parts.append("Missed:\n\n" + "\n".join(printed(each) for each in misses))
    if not alarms and not misses:
        parts.append("No mistake in a text that may be shown here.")
    return "\n\n".join(parts)


def panels(real: Judged) -> dict[str, list[Bin]]:
    """Return the diagrams' bins: of all labels, then of each that holds often enough to tell."""
    found = {ALL: reliability(real.chances, real.holds)}
    for name in NAMES:
        label = real.label(name)
        if label.holds.sum() >= ENOUGH:
            found[name] = reliability(label.chances, label.holds)
    return found


def page(measure: Measure) -> str:
    """Return the whole page."""
    real = measure.real
    parts = [
        "# How well each label is read",
        f"Generated by `{COMMAND}` from the model `{measure.version}`; don't edit it. What the "
        "model is, and what it must not be used for, is on [its own page](reader.md); what the "
        "labels mean is under [labels](labels.md).",
        f"Measured on {len(real.said)} real sentences that nothing was trained on, with "
        f"{int(real.holds.sum())} labels in all. Two readers labelled each of them by "
        "`training/guideline.md` without seeing the other's labels; where they differed, a third "
        "reading settled it.",
        summary(real),
        "## Label by label",
        LEGEND,
        by_label(measure),
        "## Where the sentences come from",
        by_source(real),
        "## How the sentences were chosen",
        CHOSEN,
        by_choice(real),
        talks_tables(measure),
        "## How well the probabilities fit",
        FITS,
        f"![Reliability diagrams of all labels together and of each label alone]({PICTURE})",
        "## One by one",
        WORST,
        *(section(name, measure) for name in NAMES),
        FOOT,
    ]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def main() -> int:
    """Measure, and write the page and its picture."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--inputs", type=Path)
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--docs", type=Path, default=DOCS)
    chosen = parser.parse_args()
    encoder, figures = Encoder(chosen.model), measured(chosen.model)
    invented = talks(TEST_TALKS)
    measure = Measure(
        version=encoder.version,
        real=judged(encoder, figures, labelled("test", chosen.data, chosen.inputs)),
        talks=judged(encoder, figures, invented) if invented else None,
        figures=figures,
        kappa=agreement("test"),
        talks_kappa=agreement("test_talks"),
    )
    (chosen.docs / PAGE).write_text(page(measure), encoding="utf-8")
    (chosen.docs / PICTURE).write_text(picture(panels(measure.real)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
