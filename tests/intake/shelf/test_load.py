"""An import: every format finds its own, and everything handed over is accounted for."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from theirside import sample
from theirside.errors import IntakeError
from theirside.intake.report import Report
from theirside.intake.shelf.load import UNKNOWN_FORMAT, read_shelf, shelf_formats
from theirside.intake.shelf.thing import ThingKind


def test_every_format_is_there_by_being_there() -> None:
    assert sorted(form.NAME for form in shelf_formats()) == [
        "bookmarks", "csv", "docx", "html", "opml", "text",
    ]  # fmt: skip


def test_a_folder_and_an_archive_are_read_and_the_rest_is_told(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Bees\n\nIn May they swarm.")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("wool.txt", "Coarse wool keeps slugs away.")
    report = Report()
    found = list(read_shelf([tmp_path], report))
    assert sorted(each.title for each in found) == ["Bees", "wool"]
    assert report.found == 3
    assert report.reasons() == {UNKNOWN_FORMAT: 1}


def test_standard_input_is_a_note_called_by_its_first_words() -> None:
    [found] = read_shelf(["-"], Report(), io.BytesIO(b"Bees swarm in May. Then they rest."))
    assert (found.title, found.kind) == ("Bees swarm in May.", ThingKind.NOTE)


def test_a_path_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="no such file"):
        list(read_shelf([tmp_path / "nowhere"], Report()))


def test_a_broken_file_is_skipped_with_its_reason(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", "<not a document")
    report = Report()
    assert list(read_shelf([tmp_path / "a.docx"], report)) == []
    assert "not a sound Word document" in report.skipped[0].reason


def test_the_sample_shelf_is_kept_but_for_what_says_nothing() -> None:
    report = Report()
    found = list(read_shelf([sample.folder() / "shelf"], report))
    assert (len(found), len(report.skipped)) == (8, 1)
