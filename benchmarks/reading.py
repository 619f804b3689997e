"""How quick the reader is, cold and warm, beside trying every pattern on every sentence.

    python benchmarks/reading.py [--runs 7] [--lines FILE]

Cold is a process of its own that reads once: CPU time of the reader alone (opening the labels and
reading, not starting Python nor opening the text). Warm is the second reading in that process, of
the sample workspace or of FILE, a turn a line. Both engines take turns; prints medians.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import theirside
from theirside import sample
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.reader.reader import Reader, Sentence
from theirside.reader.sentences import sentences

SHORT = 15
ENGINES = ("required words", "every pattern")


def call() -> list[Sentence]:
    """Return the sentences of one of the sample's calls."""
    path = next((sample.folder() / "calls").glob("*Penmarrow*"))
    return [each for talk in theirside.load(path) for each in sentences(talk)]


def many(lines: str) -> list[Sentence]:
    """Return the sentences of the file, a turn a line; of the sample workspace where none is."""
    if not lines:
        return [each for talk in theirside.load(sample.folder()) for each in sentences(talk)]
    who, said = Speaker("A", side=Side.THEIRS), Path(lines).read_text(encoding="utf-8").splitlines()
    turns = tuple(Turn(str(number), who, text) for number, text in enumerate(said))
    return sentences(Conversation("lines", Channel.CHAT, turns))


def engine(name: str) -> Reader:
    """Return the reader as it is, or one that reads the label files and tries every pattern."""
    from theirside.reader.label import authored
    from theirside.reader.patterns import PatternReader

    return PatternReader() if name == "required words" else PatternReader(authored())


def cpu(what: Callable[[], object]) -> float:
    """Return the seconds of CPU time that it takes."""
    began = time.process_time()
    what()
    return time.process_time() - began


def measure(name: str, text: str, lines: str) -> dict[str, float]:
    """Return the figures of one engine and text, in this process."""
    if text == "warm":
        asked, reader = many(lines), engine(name)
        reader.annotate(asked)
        figure = len(asked) / cpu(lambda: reader.annotate(asked))
    else:
        asked = call()[: SHORT if text == "short" else None]
        figure = cpu(lambda: engine(name).annotate(asked))
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"figure": figure, "rss": rss, "sentences": len(asked)}


def in_a_process(name: str, text: str, lines: str) -> dict[str, float]:
    """Return the figures of one engine and text, in a process of its own."""
    command = [sys.executable, __file__, "--measure", name, text, "--lines", lines]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--lines", default="")
    parser.add_argument("--measure", nargs=2, metavar=("ENGINE", "TEXT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure[0], options.measure[1], options.lines)))
        return
    print(f"{'':<28}" + "".join(f"{name:>18}" for name in ENGINES))
    for text, unit, scale in (("short", "ms", 1e3), ("call", "ms", 1e3), ("warm", "/s", 1.0)):
        runs = [
            {name: in_a_process(name, text, options.lines) for name in ENGINES}
            for _ in range(options.runs)
        ]
        for figure, of, by, what in (("figure", unit, scale, text), ("rss", "MiB", 1.0, "")):
            medians = [
                statistics.median(run[name][figure] for run in runs) * by for name in ENGINES
            ]
            count = f" ({runs[0][ENGINES[0]]['sentences']:.0f} sentences)" if what else "  peak"
            print(f"{what + count:<28}" + "".join(f"{each:>13.0f} {of:<4}" for each in medians))


if __name__ == "__main__":
    main()
