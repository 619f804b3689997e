"""Long work as its page shows it: under way, at its end, and come to nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests.sample_once import DATABASE

UNDER_WAY, AT_ITS_END, FAILED = "under-way", "at-its-end", "failed"


def put_errands(folder: Path) -> None:
    """Note three errands in a workspace; no worker knows of them, so they stay as they are."""
    brought = {"turns": 6200, "conversations": 41, "people": 3}
    rows = [
        (UNDER_WAY, "forget", "doing", {"person": "nobody"}, {}, ""),
        (AT_ITS_END, "undo", "done", {"number": 0}, brought, ""),
        (FAILED, "old", "failed", {"months": 24}, {}, "The disk is full. Make room, and go on"),
    ]
    now = datetime.now(UTC).replace(tzinfo=None).isoformat(" ")
    with closing(sqlite3.connect(folder / DATABASE)) as store, store:
        store.executemany(
            "INSERT INTO theirside_errand"
            " (public, hidden, kind, state, subject, outcome, error, at)"
            " VALUES (?, 0, ?, ?, ?, ?, ?, ?)",
            [
                (public, kind, state, json.dumps(subject), json.dumps(outcome), error, now)
                for public, kind, state, subject, outcome, error in rows
            ],
        )
