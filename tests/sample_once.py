"""The sample workspace as a folder to copy, made once for all processes of a test run.

Reading its talks takes a while, and commands, pages and the browser all begin with the same ones.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src"
DATABASE = "theirside.sqlite3"


def sample_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the sample's database and offer, as ``init --sample`` makes them."""
    together = "PYTEST_XDIST_WORKER" in os.environ
    root = factory.getbasetemp()
    folder = (root.parent if together else root) / "sample-once"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the others wait until it is made
        if not folder.exists():
            making = folder.with_suffix(".making")
            making.mkdir(exist_ok=True)
            _init(making)
            making.rename(folder)
    return folder


def _init(folder: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("THEIRSIDE_")}
    subprocess.run(
        [sys.executable, "-m", "theirside", "init", "--sample"],
        env={**kept, "THEIRSIDE_DATABASE": str(folder / DATABASE), "PYTHONPATH": str(SRC)},
        check=True,
        capture_output=True,
    )
