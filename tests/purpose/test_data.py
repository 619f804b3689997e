"""Opening data files: each with its name, and an error that tells which one is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from theirside.errors import SettingsError
from theirside.purpose import data


def test_files_are_found_below_a_folder_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x" / "inner").mkdir(parents=True)
    (tmp_path / "x" / "b.yaml").write_text("two: 2", encoding="utf-8")
    (tmp_path / "x" / "inner" / "a.yaml").write_text("- one", encoding="utf-8")
    (tmp_path / "x" / "notes.txt").write_text("no", encoding="utf-8")
    monkeypatch.setattr(data, "HOME", tmp_path)
    assert dict(data.contents("x")) == {"x/b.yaml": {"two": 2}, "x/inner/a.yaml": ["one"]}


def test_a_file_that_is_no_yaml_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "broken.yaml").write_text("do: [", encoding="utf-8")
    monkeypatch.setattr(data, "HOME", tmp_path)
    with pytest.raises(SettingsError, match=r"purpose/x/broken\.yaml"):
        list(data.contents("x"))


def test_texts_are_a_list_of_texts() -> None:
    assert data.texts(["a", "b"]) == ("a", "b")
    for wrong in ("ab", ["a", 1], None):
        with pytest.raises(TypeError, match="no list of texts"):
            data.texts(wrong)
