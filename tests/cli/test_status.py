"""``theirside status``: what there is and where."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.forms import fits


def test_an_empty_workspace_is_told_in_words(theirside: Run, tmp_path: Path) -> None:
    out = theirside("status").out
    assert str(tmp_path / "data" / "theirside.sqlite3") in out.replace("\n", "")
    assert "conversations   0 with 0 turns" in out


def test_the_sample_is_counted(sample: Run) -> None:
    status = sample("status", "--json").json
    fits("status", status)
    assert status["conversations"] > 20
    assert status["waiting"] == 0
    out = sample("status").out
    assert "ambleround.example" in out
    assert "last import" in out
