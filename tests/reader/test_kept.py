"""The kept rules count exactly as long as no label file has changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from theirside.reader import kept as module
from theirside.reader.kept import digest, digest_in_use, kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "facet").mkdir()
    (tmp_path / "facet" / "goal.yaml").write_text("id: facet.goal\n", encoding="utf-8")
    (tmp_path / "words.yaml").write_text("I: we\n", encoding="utf-8")
    monkeypatch.setattr(module, "LABELS", tmp_path)
    monkeypatch.setattr(module, "KEPT", tmp_path / "rules.json")
    return tmp_path


def write(folder: Path, content: object) -> None:
    (folder / "rules.json").write_text(json.dumps(content), encoding="utf-8")


def test_rules_count_while_the_labels_are_as_they_were(folder: Path) -> None:
    write(folder, {"labels": digest(), "rules": []})
    assert kept.__wrapped__() == {"labels": digest(), "rules": []}


def test_an_edited_added_or_renamed_label_makes_them_old(folder: Path) -> None:
    write(folder, {"labels": digest()})
    goal = folder / "facet" / "goal.yaml"
    before = goal.read_bytes()
    goal.write_bytes(before + b"side: any\n")
    assert kept.__wrapped__() is None
    goal.write_bytes(before)
    assert kept.__wrapped__() is not None
    (folder / "facet" / "pain.yaml").write_text("", encoding="utf-8")
    assert kept.__wrapped__() is None
    (folder / "facet" / "pain.yaml").unlink()
    goal.rename(folder / "facet" / "stake.yaml")
    assert kept.__wrapped__() is None


def test_an_edited_word_list_makes_them_old(folder: Path) -> None:
    write(folder, {"labels": digest()})
    (folder / "words.yaml").write_text("I: they\n", encoding="utf-8")
    assert kept.__wrapped__() is None


def test_line_ends_make_no_difference(folder: Path) -> None:
    before = digest()
    (folder / "words.yaml").write_bytes(b"I: we\r\n")
    assert digest() == before


@pytest.mark.parametrize("content", ["", "{", "\ufeff{}", "[1]", "{}"])
def test_a_missing_or_broken_file_counts_for_nothing(folder: Path, content: str) -> None:
    assert kept.__wrapped__() is None
    (folder / "rules.json").write_text(content, encoding="utf-8")
    assert kept.__wrapped__() is None


def test_the_digest_in_use_is_that_of_the_labels() -> None:
    assert digest_in_use() == digest()
