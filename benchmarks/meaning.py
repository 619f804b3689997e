"""How quick search by meaning is: a million coded sentences, one question after another.

    python benchmarks/meaning.py [--talks 50000] [--sentences 20]

Codes are drawn by chance, which costs the same as real ones; the sentences that are compared
exactly are real words. SQLite in a temporary folder; ``--database`` names an empty PostgreSQL one.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

SENTENCE = "We need fewer alarms at night because the crew sleeps badly. "
QUESTIONS = ("what we pay is a worry", "who signs off the purchase", "does it function offline")
TOGETHER = 2000


def fill(talks: int, sentences: int) -> None:
    """Lay down that many conversations of one turn each."""
    from theirside.app import models
    from theirside.app.codes import row_type
    from theirside.reader.coded import version_of
    from theirside.reader.encoder import default_encoder

    chance, now = np.random.default_rng(1), datetime(2026, 1, 1, tzinfo=UTC)
    version = version_of(default_encoder())
    speaker = models.Speaker.objects.create(name="Dana", side="theirs")
    for first in range(0, talks, TOGETHER):
        numbers = range(first, min(talks, first + TOGETHER))
        rows = models.Conversation.objects.bulk_create(
            models.Conversation(key=f"talk-{n}", channel="call", imported_at=now, last_at=now)
            for n in numbers
        )
        turns = models.Turn.objects.bulk_create(
            models.Turn(
                conversation=row, speaker=speaker, key="0", place=0, text=SENTENCE * sentences
            )
            for row in rows
        )
        coded = np.zeros((len(rows), sentences), dtype=row_type())
        coded["turn"] = [[turn.pk] for turn in turns]
        coded["start"] = np.arange(sentences) * len(SENTENCE)
        coded["end"] = coded["start"] + len(SENTENCE) - 1
        coded["code"] = chance.integers(0, 256, coded["code"].shape, dtype=np.uint8)
        models.Meaning.objects.bulk_create(
            models.Meaning(conversation=row, version=version, sentences=each.tobytes())
            for row, each in zip(rows, coded, strict=True)
        )


def main() -> None:
    """Fill a store and time questions."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--talks", type=int, default=50_000)
    parser.add_argument("--sentences", type=int, default=20)
    parser.add_argument("--database", default="")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["THEIRSIDE_DATABASE"] = asked.database or str(Path(folder) / "many.sqlite3")
        from theirside.app.store import close_store, open_store

        open_store()
        fill(asked.talks, asked.sentences)
        from theirside.app.queries.search import search
        from theirside.app.queries.wanted import Wanted

        search(Wanted(QUESTIONS[0]))
        for name, only in (("words alone", True), ("words and meaning", False)):
            times = []
            for question in QUESTIONS * 3:
                start = time.perf_counter()
                search(Wanted(question, words_only=only))
                times.append(time.perf_counter() - start)
            print(f"{name:<20} median {statistics.median(times):.3f} s, most {max(times):.3f} s")
        close_store()


if __name__ == "__main__":
    main()
