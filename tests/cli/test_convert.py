"""``theirside convert``: any format to conversation JSONL and back."""

from __future__ import annotations

import json
from pathlib import Path

import theirside as library
from tests.cli.conftest import Run


def test_what_is_written_is_read_back_as_it_was(
    theirside: Run, mailbox: Path, tmp_path: Path
) -> None:
    written = tmp_path / "talks.jsonl"
    assert theirside("convert", mailbox, "--us", "fjord.example", "-o", written).code == 0
    assert list(library.load(written)) == list(library.load(mailbox, us=["fjord.example"]))


def test_without_a_file_it_goes_to_standard_output(theirside: Run, mailbox: Path) -> None:
    [line] = theirside("convert", mailbox).out.splitlines()
    assert json.loads(line)["channel"] == "mail"
