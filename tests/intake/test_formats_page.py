"""The page on input formats says what the code does: formats, columns, fields, examples."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.intake.chat_reading import load, said, written
from theirside.conversation import ApartKind, Side
from theirside.intake.chat import SILENCE
from theirside.intake.csv_columns import ALIASES
from theirside.intake.formats import csv_table, jsonl
from theirside.intake.load import known_formats

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_every_format_is_in_the_table() -> None:
    listed = set(re.findall(r"^\| \[?`([a-z_]+)`", PAGE.split("## Files")[0], re.MULTILINE))
    assert listed == {each.NAME for each in known_formats()}


def test_every_column_and_all_its_names_are_listed() -> None:
    for column, aliases in ALIASES.items():
        row = re.search(rf"^\| `{column}` \|.*\| ([^|]*) \|$", PAGE, re.MULTILINE)
        assert row is not None, column
        assert re.findall(r"`([^`]+)`", row[1]) == list(aliases[1:])


def test_every_field_of_the_schema_is_listed() -> None:
    schema = json.loads((files("theirside.intake") / "conversation.schema.json").read_text("utf-8"))
    section = PAGE.split("## Conversation JSONL")[1]
    fields = {*schema["properties"], *schema["$defs"]["turn"]["properties"]}
    assert {field for field in fields if f"`{field}`" not in section} == set()
    words = [kind.value for kind in ApartKind] + [side.value for side in Side]
    assert all(f"`{word}`" in section for word in words)


def test_the_json_example_is_valid_and_read(tmp_path: Path) -> None:
    schema = json.loads((files("theirside.intake") / "conversation.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(block("json")))
    (talk,), _ = load(jsonl, written(tmp_path, block("json")))
    assert len(talk.turns) == 2


def test_the_csv_example_is_read(tmp_path: Path) -> None:
    (talk,), _ = load(csv_table, written(tmp_path, block("csv")))
    assert [name for name, _ in said(talk)] == ["Dana Okafor", "Lee Ortiz"]


def test_the_silence_that_cuts_is_the_one_that_is_told() -> None:
    assert f"**more than {SILENCE.total_seconds() / 3600:.0f}\nhours**" in PAGE
