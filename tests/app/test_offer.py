"""The workspace's offer, read back: again only where it has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from theirside.app.offer import kept_offer
from theirside.errors import SettingsError


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THEIRSIDE_DATABASE", str(tmp_path / "theirside.sqlite3"))
    return tmp_path / "offer.yaml"


def test_there_is_none_without_a_file(place: Path) -> None:
    assert kept_offer() is None


def test_it_is_what_the_file_says_now(place: Path) -> None:
    place.write_text("name: Lantern\n", encoding="utf-8")
    first = kept_offer()
    assert first is not None
    assert first.name == "Lantern"
    assert kept_offer() is first

    place.write_text("name: Lantern Two\n", encoding="utf-8")
    second = kept_offer()
    assert second is not None
    assert second.name == "Lantern Two"
    place.unlink()
    assert kept_offer() is None


def test_a_broken_one_is_said(place: Path) -> None:
    place.write_text("facts: 3\n", encoding="utf-8")
    with pytest.raises(SettingsError):
        kept_offer()
