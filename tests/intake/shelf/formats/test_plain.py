"""Text and Markdown: one thing a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.shelf.reading import things, written
from theirside.intake.shelf import entry
from theirside.intake.shelf.formats import plain
from theirside.intake.shelf.thing import ThingKind


def test_a_first_heading_is_the_title_and_links_are_their_words(tmp_path: Path) -> None:
    source = written(tmp_path, "a.md", "# The bee year\n\nSee [the map](https://m.example/1).")
    assert plain.recognises(source) > 0
    [found], _ = things(plain, source)
    assert (found.title, found.text) == ("The bee year", "See the map.")
    assert (found.kind, found.format) == (ThingKind.NOTE, "text")


def test_front_matter_is_taken_at_its_word(tmp_path: Path) -> None:
    text = "---\ntitle: Bees\nurl: https://b.example/1\ntags: [north, honey]\n---\nMonth by month."
    [found], _ = things(plain, written(tmp_path, "x.md", text))
    assert (found.title, found.url, found.tags) == (
        "Bees",
        "https://b.example/1",
        ("north", "honey"),
    )
    assert (found.kind, found.text) == (ThingKind.LINK, "Month by month.")


@pytest.mark.parametrize("text", ["---\n: [\n---\nBees.", "---\n- a\n---\nBees."])
def test_front_matter_that_is_none_is_text(tmp_path: Path, text: str) -> None:
    [found], _ = things(plain, written(tmp_path, "bee_notes.md", text))
    assert found.title == "bee notes"
    assert "Bees." in found.text


def test_a_file_that_is_an_address_is_a_link_called_as_the_file(tmp_path: Path) -> None:
    [found], _ = things(plain, written(tmp_path, "bee-year.txt", "https://b.example/1\n"))
    assert (found.kind, found.title, found.url) == (
        ThingKind.LINK,
        "bee year",
        "https://b.example/1",
    )


def test_an_empty_file_is_skipped(tmp_path: Path) -> None:
    found, report = things(plain, written(tmp_path, "a.txt", " \n"))
    assert (found, report.reasons()) == ([], {entry.EMPTY: 1})


def test_what_is_no_text_is_not_its_own(tmp_path: Path) -> None:
    assert plain.recognises(written(tmp_path, "a.txt", b"\x00\x01")) == 0
    assert plain.recognises(written(tmp_path, "a.pdf", "text")) == 0
