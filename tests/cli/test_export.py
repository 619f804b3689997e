"""``theirside export``: all that is kept, for the person's own eyes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.forms import fits


def test_both_files_are_written_and_hold_their_words(
    theirside: Run, mailbox: Path, tmp_path: Path
) -> None:
    theirside("init", "--us", "fjord.example")
    theirside("add", mailbox)
    ran = theirside("export", "dana", "-o", tmp_path / "for-dana")
    assert ran.code == 0
    text = (tmp_path / "for-dana" / "everything.txt").read_text(encoding="utf-8")
    assert "All that is kept about Dana Whitfield" in text
    assert "nobody sees what is overdue" in text
    kept = json.loads((tmp_path / "for-dana" / "everything.json").read_text(encoding="utf-8"))
    assert kept["person"]["emails"] == ["dana@whitfield.example"]
    [talk] = kept["conversations"]
    assert [turn["speaker"] for turn in talk["turns"]] == ["Nora Tveit", "Dana Whitfield"]


def test_json_can_be_printed_instead(sample: Run) -> None:
    sample("people", "merge", "sigrun", "torstein")
    form = sample("export", "sigrun", "--json").json
    fits("export", form)
    assert form["person"]["name"] == "Sigrun Aas"
    assert [each["kind"] for each in form["decisions"]] == ["merge"]
