"""How long a command takes from the Enter key, beside an interpreter that does nothing.

    python benchmarks/startup.py [--runs 15]

Each command runs as a process of its own on the sample workspace, in turn with `python -c pass`, so
that the ratio holds when the machine's speed drifts. Prints medians.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from theirside import sample


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long the command ran; fail where it fails."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    folder = Path(tempfile.mkdtemp(prefix="theirside-startup-"))
    environment = {**os.environ, "THEIRSIDE_DATABASE": str(folder / "theirside.sqlite3")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    nothing = [sys.executable, "-c", "pass"]
    theirside = [sys.executable, "-c", "from theirside.cli import main; main()"]
    subprocess.run(
        [*theirside, "init", "--sample"], check=True, capture_output=True, env=environment
    )
    call = next((sample.folder() / "calls").glob("*Penmarrow*"))
    commands = {
        "--help": ["--help"],
        "read (one call)": ["read", str(call), "--json"],
        "people": ["people"],
        "brief": ["brief", "sigrun"],
    }
    print(f"{'command':<18}{'median':>9}{'× python -c pass':>18}")
    for name, words in commands.items():
        took, ratios = [], []
        for _ in range(runs):
            base = seconds(nothing, environment)
            took.append(seconds([*theirside, *words], environment))
            ratios.append(took[-1] / base)
        print(f"{name:<18}{statistics.median(took):>7.2f} s{statistics.median(ratios):>17.1f}")


if __name__ == "__main__":
    main()
