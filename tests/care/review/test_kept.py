"""The rules kept ready: they say what the files say, and leave no finding out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from theirside.care.review import kept as room
from theirside.care.review.phrase import made, phrases
from theirside.care.review.rule import documented, rules


def test_what_is_kept_says_what_the_files_say() -> None:
    assert room.KEPT.read_text(encoding="utf-8") == room.written(), "run scripts/reference.py"


def test_rules_come_from_what_is_kept_as_from_the_files() -> None:
    assert [each.rule.id for each in documented()] == list(rules())


def test_an_edited_rule_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    edited = tmp_path / "rules.json"
    content = json.loads(room.KEPT.read_text(encoding="utf-8"))
    edited.write_text(json.dumps({**content, "packs": "of another time"}), encoding="utf-8")
    monkeypatch.setattr(room, "KEPT", edited)
    room.kept.cache_clear()
    try:
        assert room.kept() is None
    finally:
        room.kept.cache_clear()


def test_a_missing_file_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(room, "KEPT", tmp_path / "none.json")
    room.kept.cache_clear()
    try:
        assert room.kept() is None
        assert room.contents()
    finally:
        room.kept.cache_clear()


def test_every_expression_that_a_rule_is_made_of_is_noted() -> None:
    [one] = phrases(["some quite new words"])
    assert one.regex in made
