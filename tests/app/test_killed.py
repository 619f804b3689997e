"""An import that is killed, and two imports at once: nothing lost, nothing twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from evals import killed
from theirside.app import queries
from theirside.app.places import Database
from theirside.app.store import close_store, open_store

COUNT, SEED = 60, 3


def undisturbed(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    with monkeypatch.context() as patch:
        patch.setenv("THEIRSIDE_DATABASE", str(path))
        open_store()
        for talk in killed.conversations(COUNT, SEED):
            killed.import_one(talk)
        contents = killed.contents()
        close_store()
    open_store()
    return contents


def test_an_import_killed_three_times_goes_on_to_the_same_end(
    store: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kills = killed.kill_again_and_again(COUNT, SEED, kills=3)

    assert all(kill.sound for kill in kills), store.shown
    # What was told as kept before the kill is there; at most one more, told by nobody.
    known = [
        len({talk.id for talk in list(killed.conversations(COUNT, SEED))[: kill.after + 1]})
        for kill in kills
    ]
    assert all(told <= kill.stored <= told + 1 for told, kill in zip(known, kills, strict=True)), (
        known,
        kills,
    )
    assert killed.contents() == undisturbed(tmp_path / "undisturbed.sqlite3", monkeypatch)


def test_two_processes_that_add_at_once_add_everything_once(
    store: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.shown
    command = [sys.executable, killed.__file__, "--import-only"]
    command += ["--conversations", str(COUNT), "--seed", str(SEED)]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, sys.path)))
    both = [
        subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
        )
        for _ in range(2)
    ]
    ends = [(child.communicate()[1], child.returncode) for child in both]

    assert ends == [(b"", 0), (b"", 0)]
    assert killed.is_sound()
    assert len(queries.conversations()) == COUNT
    assert killed.contents() == undisturbed(tmp_path / "undisturbed.sqlite3", monkeypatch)
