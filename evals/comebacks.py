"""How many of the come-backs that are found are right: ``python -m evals.comebacks DATA INPUTS``.

Everything that reads like one in the open data and in real files is listed with a number of its own
(a hash of its words). Somebody has read each and written down whether it holds: ``comebacks.tsv``
keeps the numbers and what was said of them, none of the words. New ones are printed to be read.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from theirside import load
from theirside.conversation import Side
from theirside.reader.split import spans
from theirside.serve.comebacks import read
from theirside.understand.heard import time_of

LABELS = Path(__file__).with_name("comebacks.tsv")
WITHOUT_DAY = date(2026, 2, 10)
"""The day that a sentence is taken to be said on, where its source has none."""
REAL = ("mailing-lists", "zoom", "slack", "whatsapp", "vcon")


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that reads like a come-back, by number, and what was made of it."""

    number: str
    source: str
    text: str
    made: str


def sentences(data: Path, inputs: Path) -> Iterator[tuple[str, str, date | None]]:
    """Yield source, sentence and day of everything that there is."""
    for name in REAL:
        for talk in load(inputs / name):
            for turn in talk.turns:
                at = time_of(talk, turn)
                for start, end in spans(turn.text):
                    if turn.speaker.side is not Side.OURS:
                        yield name, turn.text[start:end], at.date() if at is not None else None
    for file in sorted((data / "email-intent").glob("*fixed.txt")):
        for line in file.read_text("utf-8", errors="replace").splitlines():
            yield "email-intent", line.partition("\t")[2] or line, WITHOUT_DAY
    with (data / "persuasion-for-good" / "full_dialog.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            text = row.get("Unit") or ""
            for start, end in spans(text):
                yield "persuasion-for-good", text[start:end], WITHOUT_DAY


def found(data: Path, inputs: Path) -> tuple[int, list[Found]]:
    """Return how many sentences there are, and those that read like a come-back, each once."""
    seen: dict[str, Found] = {}
    count = 0
    for source, text, day in sentences(data, inputs):
        count += 1
        hit = read(text, day or WITHOUT_DAY)
        if hit is not None:
            kind, _, when = hit
            number = blake2b(" ".join(text.split()).encode(), digest_size=6).hexdigest()
            made = f"{kind}; {when.on or 'ask'}; {when.event}"
            seen.setdefault(number, Found(number, source, " ".join(text.split()), made))
    return count, list(seen.values())


def labels() -> dict[str, str]:
    """Return what was said of each number: ``right`` or ``wrong``."""
    with LABELS.open(encoding="utf-8", newline="") as rows:
        return {row["number"]: row["holds"] for row in csv.DictReader(rows, delimiter="\t")}


def main() -> None:
    """Print how many hold, by source, and what nobody has read yet."""
    data, inputs = Path(sys.argv[1]), Path(sys.argv[2])
    known = labels() if LABELS.exists() else {}
    count, hits = found(data, inputs)
    print(f"{count:,} sentences, {len(hits)} read like a come-back")
    for source in sorted({each.source for each in hits}):
        of = [known[each.number] for each in hits if each.source == source and each.number in known]
        print(f"  {source}: {of.count('right')} of {len(of)} hold")
    judged = [known[each.number] for each in hits if each.number in known]
    print(f"all: {judged.count('right')} of {len(judged)} hold")
    for each in hits:
        if each.number not in known:
            print(f"{each.number}\t{each.source}\t{each.made}\t{each.text[:300]}")


if __name__ == "__main__":
    main()
