"""Editing the offer."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from django.test import Client

EXAMPLE = (files("theirside.sample") / "offer.yaml").read_text("utf-8")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the offer is."""
    path = tmp_path / "own" / "offer.yaml"
    monkeypatch.setenv("THEIRSIDE_OFFER", str(path))
    return path


def test_without_one_there_is_an_example_to_begin_with(empty: Client, place: Path) -> None:
    assert "No offer yet" in empty.get("/settings/offer/").text
    assert "capabilities:" in empty.get("/settings/offer/?example").text
    assert not place.exists()


def test_it_is_kept_and_the_one_before_beside_it(empty: Client, place: Path) -> None:
    empty.post("/settings/offer/", {"offer": EXAMPLE, "keep": "yes"})
    assert place.read_text("utf-8") == EXAMPLE

    changed = EXAMPLE + "# changed\n"
    empty.post("/settings/offer/", {"offer": changed.replace("\n", "\r\n"), "keep": "yes"})

    assert place.read_text("utf-8") == changed
    assert place.with_name("offer.yaml.before").read_text("utf-8") == EXAMPLE


def test_a_mistake_is_told_by_its_line_and_nothing_is_kept(empty: Client, place: Path) -> None:
    response = empty.post("/settings/offer/", {"offer": "name: X\nlimit: [\n", "keep": "yes"})

    assert response.status_code == 400
    assert "line" in response.text
    assert "limit: [" in response.text
    assert not place.exists()


def test_checking_alone_keeps_nothing_and_gives_advice(empty: Client, place: Path) -> None:
    text = "name: Sensors\nsummary: They listen.\ncapabilities:\n  - it measures\n"

    page = empty.post("/settings/offer/", {"offer": text, "check": "yes"}).text

    assert "What would make it find more" in page or 'role="alert"' in page
    assert not place.exists()
