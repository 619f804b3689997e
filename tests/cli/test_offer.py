"""``theirside offer``: mistakes with line and remedy, advice, and the schema."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_good_offer_is_said_to_be_one(theirside: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("name: Lantern\nlimits:\n  - {id: a, statement: b, words: [spare lamp]}\n")
    ran = theirside("offer", "check", file)
    assert ran.code == 0
    assert "is an offer: Lantern" in " ".join(ran.out.split())
    assert "line 1: no prices" in ran.out


def test_a_mistake_names_file_line_and_remedy(theirside: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("name: Lantern\nlimits:\n  - id: a\n    statment: b\n")
    ran = theirside("offer", "check", file)
    assert ran.code == 1
    assert "mine.yaml, line 4: 'statment' is not known here; did you mean 'statement'?" in ran.err


def test_the_advice_is_data_too(theirside: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("name: Lantern\n")
    form = theirside("offer", "check", file, "--json").json
    assert form["offer"] == "Lantern"
    assert {each["line"] for each in form["advice"]} == {1}


def test_the_example_is_an_offer_as_it_stands(theirside: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(theirside("offer", "example").out, encoding="utf-8")
    assert theirside("offer", "check", file).code == 0


def test_without_a_file_it_says_where_it_looked(theirside: Run) -> None:
    ran = theirside("offer", "check")
    assert ran.code == 1
    assert "offer.yaml: there is no such file" in ran.err


def test_the_schema_is_printed_as_it_is_shipped(theirside: Run) -> None:
    assert json.loads(theirside("offer", "schema").out)["title"] == "offer.yaml"
