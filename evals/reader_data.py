"""What the model learned from, counted: ``python -m evals.reader_data DATA --inputs FOLDER``.

DATA is the folder of the public sets, ``--inputs`` that of outside files. Writes the table into the
model's page, between the two marks that stand there.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.reader_tables import TEST_TALKS
from training.corpus import own, public
from training.examples import written
from training.labelled import labelled
from training.said import Said
from training.sources.casino import casino
from training.sources.email_intent import email_intent
from training.sources.goemotions import goemotions
from training.sources.persuasion import persuasion
from training.talks import talks

CARD = Path(__file__).parents[1] / "docs" / "reader.md"
BEGINS, ENDS = "<!-- counted -->", "<!-- /counted -->"
SETS = {
    "goemotions": ("GoEmotions: comments with 27 emotions", "Apache-2.0, CC BY 4.0"),
    "casino": ("CaSiNo: negotiations with ten strategies", "CC BY 4.0"),
    "persuasion": ("Persuasion for Good: talks about a donation, both sides' acts", "Apache-2.0"),
    "email": ("E-mail intent: sentences of mail that ask for something, or don't", "Apache-2.0"),
    "written": ("Sentences written for Theirside, with near misses", "ours"),
    "talks": ("Whole talks written for Theirside", "ours"),
    "real": ("Real sentences labelled by hand", "labels ours, texts as below"),
}


def tests(data: Path, inputs: Path | None) -> dict[str, list[Said]]:
    """Return what measures, by set."""
    return {
        "goemotions": goemotions(data, "test"),
        "casino": casino(data, "test"),
        "persuasion": persuasion(data, "test"),
        "email": email_intent(data, "test"),
        "real": labelled("test", data, inputs),
        "talks": talks(TEST_TALKS),
    }


def table(
    train: Mapping[str, Sequence[Said]],
    tune: Mapping[str, Sequence[Said]],
    test: Mapping[str, Sequence[Said]],
) -> str:
    """Return how many sentences of each set train, tune and measure."""
    rows = [
        f"| {name} | {licence} | "
        + " | ".join(f"{len(part.get(key, ())):,}" for part in (train, tune, test))
        + " |"
        for key, (name, licence) in SETS.items()
    ]
    head = "| sentences of | licence | train | tune | measure |\n|---|---|---|---|---|\n"
    return head + "\n".join(rows)


def placed(card: str, counted: str) -> str:
    """Return the page with the table in its place. Raises ``ValueError`` if there is none."""
    before, begins, rest = card.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not begins or not ends:
        raise ValueError(f"{CARD} lacks the marks {BEGINS} and {ENDS}.")
    return f"{before}{BEGINS}\n\n{counted}\n\n{ENDS}{after}"


def main() -> int:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--inputs", type=Path)
    chosen = parser.parse_args()
    shared, ours = public(chosen.data), own(chosen.data, chosen.inputs)
    counted = table(
        shared.train | ours.train, shared.tune | ours.tune, tests(chosen.data, chosen.inputs)
    )
    trades = {each.trade for each in written()}
    counted += f"\n\nThe written sentences come from {len(trades)} trades."
    CARD.write_text(placed(CARD.read_text(encoding="utf-8"), counted), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
