"""How fast a draft is reviewed, from a cold start and warm, beside other checkers of prose.

    python benchmarks/review.py [FOLDER] [--proselint PROGRAM] [--vale PROGRAM]

FOLDER holds drafts as ``*.txt`` (default: drafts written below). proselint and Vale are programs of
environments of their own, no dependencies of ours; Vale runs with nothing but its own style. Times
are processor seconds of the process and its children, so that a busy machine does not count, and
the wall clock beside. All run on the same files; what they look for differs, so this says what a
user waits for, not more.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import theirside
from theirside.care.review import review
from theirside.care.review.rule import rules

TIMES = 5
FOUND = {0, 1, 3}
"""Exit codes of a checker that has run: nothing found, or something."""
HOME = str(Path(theirside.__file__).parents[1])
ENVIRONMENT = {**os.environ, "PYTHONPATH": HOME, "THEIRSIDE_DATABASE": "none/theirside.sqlite3"}
"""Without a workspace: with one, reading its switches adds what a first query takes."""
CODE = "from theirside.cli import main; main()"
DRAFT = """Subject: The rounds on line 2

Hi Dana,

thank you for walking the plant with me on Tuesday. You asked how a round is planned when the
network is down: the phone keeps it for fourteen days and sends it when it can. I am just checking
in on the offer, because we would love to have a quick call this week. In order to start we need one
morning, and nobody has to stop for it.

We think that our app is the best in the market, and we are sure that you agree. Could you sign
before the end of the month? If I could show you how to save an hour a day, would you look at it?

Kind regards,
Nora Tveit

On Tue, 3 Mar 2026 at 09:12, Dana Whitfield wrote:
> How is a round planned when the network is down?
"""
Timed = tuple[float, float]
"""Processor seconds and seconds by the wall clock."""


def main() -> None:
    """Print a line a checker."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", nargs="?", type=Path)
    asked.add_argument("--proselint", help="the program proselint")
    asked.add_argument("--vale", help="the program vale")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        files = drafts(options.folder, Path(scratch))
        words = sum(len(path.read_text("utf-8", "replace").split()) for path in files)
        print(f"{len(files)} drafts, {words:,} words; {len(rules())} rules; medians of {TIMES}")
        print(f"{'':34}{'processor s':>12}{'wall s':>10}")
        ours = [sys.executable, "-c", CODE, "review"]
        told("theirside review, cold, one draft", started([*ours, str(files[0])], scratch))
        told("theirside review, cold, all", started([*ours, *map(str, files)], scratch))
        texts = [path.read_text("utf-8", "replace") for path in files]
        review(texts[0])
        each = timed(lambda: [review(text) for text in texts])
        told("theirside review, warm, a draft", (each[0] / len(texts), each[1] / len(texts)))
        if options.proselint:
            beside = [options.proselint, "check"]
            told("proselint, cold, one draft", started([*beside, str(files[0])], scratch))
            told("proselint, cold, all", started([*beside, *map(str, files)], scratch))
        if options.vale:
            (Path(scratch) / ".vale.ini").write_text("[*]\nBasedOnStyles = Vale\n")
            told("vale, cold, one draft", started([options.vale, str(files[0])], scratch))
            told("vale, cold, all", started([options.vale, *map(str, files)], scratch))


def drafts(folder: Path | None, scratch: Path) -> list[Path]:
    """Return the drafts in a folder; without one, twenty of our own."""
    if folder is not None:
        return sorted(folder.glob("*.txt"))
    found = []
    for number in range(20):
        path = scratch / f"draft-{number}.txt"
        path.write_text(DRAFT.replace("line 2", f"line {number}"), encoding="utf-8")
        found.append(path)
    return found


def started(command: Sequence[str], folder: str) -> Timed:
    """Return how long a program takes, from its start to its end."""

    def run() -> None:
        ran = subprocess.run(command, capture_output=True, cwd=folder, check=False, env=ENVIRONMENT)
        if ran.returncode not in FOUND:
            raise SystemExit(ran.stderr.decode())

    return timed(run)


def timed(work: Callable[[], object]) -> Timed:
    """Return the median processor and wall time of several runs."""
    spent = []
    for _ in range(TIMES):
        before, began = processor(), time.perf_counter()
        work()
        spent.append((processor() - before, time.perf_counter() - began))
    return median(each[0] for each in spent), median(each[1] for each in spent)


def processor() -> float:
    """Return the processor time of this process and of those that it has waited for."""
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def told(what: str, spent: Timed) -> None:
    """Print one line."""
    print(f"{what:34}{spent[0]:12.3f}{spent[1]:10.3f}")


if __name__ == "__main__":
    main()
