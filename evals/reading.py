"""What fires on real text: counts and samples per label, and sentences a second.

    python -m evals.reading DATA... [--label LABEL]... [--samples N] [--seed N]

DATA are folders or files: anything that ``theirside.load`` reads, and the public sets Persuasion
for Good (``full_dialog.csv``; the persuader is ours), CaSiNo (``casino_*.json``) and email-intent
(one sentence a line). Precision is judged by reading the samples; a run with another seed
shows other ones.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.intake.load import load
from theirside.reader import default_reader, labels, sentences
from theirside.reader.reader import Sentence

Fired = tuple[Sentence, Annotation]


def conversations(path: Path) -> Iterator[Conversation]:
    """Yield the conversations of a file or, of a folder, of every file in it."""
    if path.is_dir():
        for inside in sorted(path.iterdir()):
            yield from conversations(inside)
    elif path.name == "full_dialog.csv":
        yield from _persuasion(path)
    elif path.name.startswith("casino_") and path.suffix == ".json":
        yield from _casino(path)
    elif "email-intent" in path.parts and path.suffix == ".txt":
        yield from _intents(path)
    elif path.suffix in (".vtt", ".mbox", ".eml", ".jsonl", ".zip"):
        yield from load(path)


def _talk(name: str, turns: list[tuple[str, Side, str]]) -> Conversation:
    made = tuple(
        Turn(str(number), Speaker(speaker, side=side), text)
        for number, (speaker, side, text) in enumerate(turns)
    )
    return Conversation(name, Channel.CHAT, made)


def _persuasion(path: Path) -> Iterator[Conversation]:
    turns: dict[str, list[tuple[str, Side, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            side = Side.OURS if row["B4"] == "0" else Side.THEIRS
            turns[row["B2"]].append((row["B4"], side, row["Unit"]))
    for name, said in turns.items():
        yield _talk(name, said)


def _casino(path: Path) -> Iterator[Conversation]:
    for talk in json.loads(path.read_text(encoding="utf-8")):
        said = [(each["id"], Side.UNKNOWN, each["text"]) for each in talk["chat_logs"]]
        yield _talk(f"casino-{talk['dialogue_id']}", said)


def _intents(path: Path) -> Iterator[Conversation]:
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines()):
        said = line.partition("\t")[2]
        yield _talk(f"{path.name}-{number}", [("", Side.UNKNOWN, said)])


def read_all(paths: list[Path]) -> tuple[list[Sentence], list[Fired], float]:
    """Return the sentences, what fired on which, and the seconds that reading took."""
    found = [each for path in paths for talk in conversations(path) for each in sentences(talk)]
    fired: list[Fired] = []
    began = time.perf_counter()
    for sentence in found:
        fired += [(sentence, each) for each in default_reader().annotate([sentence])]
    return found, fired, time.perf_counter() - began


def main() -> None:
    """Print counts, speed and samples."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--label", action="append", default=[], help="only labels that begin so")
    parser.add_argument("--samples", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found, fired, seconds = read_all(options.data)
    print(f"{len(found)} sentences, {len(fired)} annotations, {len(found) / seconds:.0f} a second")
    counts = Counter(each.label for _, each in fired)
    chosen = random.Random(options.seed)
    for label in labels():
        if options.label and not label.startswith(tuple(options.label)):
            continue
        inside = [(sentence, each) for sentence, each in fired if each.label == label]
        print(f"\n{label}: {counts[label]}")
        for sentence, each in chosen.sample(inside, min(options.samples, len(inside))):
            said = " ".join(sentence.text.split())
            notes = f" [{each.holder}]" if each.holder else ""
            print(f"  {each.probability:.2f}{notes} {said[:240]}")


if __name__ == "__main__":
    main()
