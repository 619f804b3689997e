"""How quick the store is: opening it, adding to it, adding again, and listing many people.

    python benchmarks/store.py                          # SQLite, in a temporary folder
    python benchmarks/store.py --database postgresql://…   # an empty database of that server

Times are of the process's own work (CPU) and on the wall. Each conversation is a thread of four
mails with a new customer, eighty words a mail: the most that there is to do for one conversation.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation

LETTERS = "abcdefghijklmnoprstuvw"
READER = "benchmark-1"
SAM = Speaker("Sam Reed", "sam@ours.example", side=Side.OURS)
TEXT = "We need fewer alarms at night because the crew sleeps badly. " * 7
OPEN = (
    "import time; start = time.perf_counter();"
    "from theirside.app.store import open_store; open_store();"
    "print(time.perf_counter() - start)"
)
DJANGO = (
    "import time; start = time.perf_counter();"
    "import django.db.models, django.db.backends.sqlite3.base;"
    "print(time.perf_counter() - start)"
)


def threads(count: int) -> Iterator[Conversation]:
    """Yield threads of four mails, each with a customer of its own."""
    chance = random.Random(1)
    for number in range(count):
        name = " ".join("".join(chance.choices(LETTERS, k=7)).title() for _ in range(2))
        them = Speaker(name, f"c{number}@firm{number % 200}.example", side=Side.THEIRS)
        start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        turns = tuple(
            Turn(
                f"<{number}.{place}@mail.example>",
                SAM if place % 2 else them,
                TEXT,
                start + timedelta(hours=place),
                to=(them if place % 2 else SAM,),
                original=TEXT * 2,
            )
            for place in range(4)
        )
        yield Conversation(f"thread-{number}", Channel.MAIL, turns, f"Thread {number}", start)


@contextmanager
def timed(what: str, count: int = 1) -> Iterator[None]:
    """Print how long it took, and how many a second where there are many."""
    wall, work = time.perf_counter(), time.process_time()
    yield
    wall, work = time.perf_counter() - wall, time.process_time() - work
    rate = (
        f"{count / wall:>9,.0f}/s on the wall, {count / work:>9,.0f}/s of CPU" if count > 1 else ""
    )
    print(f"{what:<40} {wall:>8.3f} s wall {work:>8.3f} s CPU {rate}")


def started(code: str) -> float:
    """Return the best of five times, in seconds, that a fresh process took."""
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, sys.path)))
    command = [sys.executable, "-c", code]
    return min(
        float(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)
        for _ in range(5)
    )


def measure(count: int) -> None:
    """Print one line a figure."""
    from theirside.app.store import open_store

    with timed("the tables made"):
        open_store()
    print(
        f"{'Django imported in a fresh process':<40} {started(DJANGO):>8.3f} s wall, best of five"
    )
    print(f"{'opened in a fresh process':<40} {started(OPEN):>8.3f} s wall, best of five")
    with timed("opened again"):
        open_store()
    from theirside.app import queries, services

    talks = list(threads(count))
    notes = [Annotation(place, 0, 58, "facet.pain", 0.9, READER) for place in (0, 2)]
    with timed("added", count):
        for talk in talks:
            services.keep(talk, notes, READER)
    with timed("added again (nothing new)", count):
        assert all(queries.holds(talk, READER) for talk in talks)
    with timed("people listed"):
        assert len(queries.people()) == count
    with timed("a person found by part of a name"):
        person = queries.find_person(talks[0].turns[0].speaker.name.split()[1])
    with timed("their conversations read"):
        assert queries.understanding_inputs(person).conversations
    with timed("who is likely one person"):
        queries.proposals()
    with timed("forgotten, with every table searched"):
        assert services.forget(person).traces == ()


def main() -> None:
    """Measure on the database that the command line names, or on one of its own."""
    parser = argparse.ArgumentParser(description="Measure the store.")
    parser.add_argument("--conversations", type=int, default=10_000)
    parser.add_argument("--database", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "theirside.sqlite3")
        os.environ["THEIRSIDE_DATABASE"] = given.database or path
        measure(given.conversations)


if __name__ == "__main__":
    main()
