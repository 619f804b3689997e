"""How quick measuring is, and how much memory it takes.

    python benchmarks/measures.py [--talks 10000] [--rows]

Conversations are made up as it goes (every second a call of 40 turns with times, the others mails
of six), with labels drawn at random, so that what is timed is the counting and nothing else. Prints
conversations a second and peak memory; with --rows a figure of each talk rather than of all.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from theirside.care.measuring import figures
from theirside.care.rows import rows
from theirside.care.talks import talks_of
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.reader.split import spans
from theirside.understand.talk import Talk

SAM = Speaker("Sam Okoro", "sam@lantern.example", side=Side.OURS)
DANA = Speaker("Dana Whitfield", "dana@fernhill.example", side=Side.THEIRS)
WORDS = (
    "oven bread flour morning van shop price winter order plan team school boat gate paint yard "
    "the a of and to we you it is was in on with for that not have will can need think"
).split()
LABELS = (
    "question.open question.closed inform self_focus customer_focus reflection.simple "
    "reflection.complex acknowledge promise pushback.price feeling.worried facet.pain ask"
).split()
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def sentence(draw: random.Random) -> str:
    """Return a sentence of four to twenty words."""
    words = draw.choices(WORDS, k=draw.randint(4, 20))
    return " ".join(words).capitalize() + draw.choice(".?.")


def conversation(number: int) -> tuple[Conversation, list[Annotation]]:
    """Return one conversation and its labels, the same for the same number."""
    draw = random.Random(number)
    call = number % 2 == 0
    turns, marks, clock = [], [], 0.0
    for place in range(40 if call else 6):
        text = " ".join(sentence(draw) for _ in range(draw.randint(1, 4)))
        length = len(text.split()) / 2.5
        at = BEGIN + timedelta(hours=number, minutes=place)
        times = (clock, clock + length) if call else (None, None)
        turns.append(Turn(f"{number}-{place}", (SAM, DANA)[place % 2], text, at, *times))
        clock += length + draw.uniform(-0.2, 1.5)
        for start, end in spans(text):
            marks.append(Annotation(place, start, end, draw.choice(LABELS), 0.9, "drawn"))
    channel = Channel.CALL if call else Channel.MAIL
    return Conversation(f"talk-{number}", channel, tuple(turns), started_at=BEGIN), marks


def talks(count: int) -> Iterator[Talk]:
    """Yield talks one by one, none of them kept."""
    for number in range(count):
        made, marks = conversation(number)
        yield from talks_of(made, {made.id: marks})


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--talks", type=int, default=10_000)
    parser.add_argument("--rows", action="store_true")
    options = parser.parse_args()
    began = time.process_time()
    for _ in talks(options.talks):
        pass
    making = time.process_time() - began
    began = time.process_time()
    if options.rows:
        found = sum(1 for _ in rows(talks(options.talks)))
    else:
        found = len(figures(talks(options.talks), evidence=False))
    took = time.process_time() - began - making
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{options.talks:,} talks, {found:,} figures")
    print(f"counted in {took:.1f} s of CPU ({options.talks / took:,.0f} talks a second)")
    print(f"made up in {making:.1f} s, not counted; peak memory {peak:,.0f} MiB")


if __name__ == "__main__":
    main()
