"""The program as a whole: help, version, wrong usage, every command documented."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from theirside.cli import commands

COMMANDS = [found.name.replace("_", "-") for found in pkgutil.iter_modules(commands.__path__)]


def test_help_lists_every_command(theirside: Run) -> None:
    out = theirside("--help").out
    for name in COMMANDS:
        assert f"\n  {name} " in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(theirside: Run, command: str) -> None:
    ran = theirside(command, "--help")
    assert ran.code == 0
    assert f"theirside {command}" in ran.out.partition("Usage:")[2]


def test_version_is_printed(theirside: Run) -> None:
    assert theirside("--version").out.startswith("theirside ")


def test_a_command_that_is_not_there_is_wrong_usage(theirside: Run) -> None:
    ran = theirside("breif", "dana")
    assert ran.code == 2
    assert "breif" in ran.err


def test_a_database_that_is_none_is_named_with_the_remedy(
    theirside: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nonsense = tmp_path / "notes.txt"
    nonsense.write_text("this is not a database at all, but a text\n" * 50, encoding="utf-8")
    monkeypatch.setenv("THEIRSIDE_DATABASE", str(nonsense))
    ran = theirside("people")
    assert ran.code == 1
    assert "notes.txt" in ran.err
    assert "Traceback" not in ran.err


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "theirside", "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "How things look from the customer's side" in done.stdout
