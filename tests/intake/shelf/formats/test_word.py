"""Word documents: the first line is the title where it looks like one."""

from __future__ import annotations

from pathlib import Path

import docx

from tests.intake.shelf.reading import things, written
from theirside.intake.shelf import entry
from theirside.intake.shelf.formats import word
from theirside.intake.shelf.thing import ThingKind
from theirside.intake.source import Source


def document(folder: Path, *lines: str) -> Source:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    made.save(str(folder / "wool_notes.docx"))
    return Source("wool_notes.docx", folder / "wool_notes.docx")


def test_the_first_line_is_the_title(tmp_path: Path) -> None:
    source = document(tmp_path, "Coarse wool", "It keeps slugs away.", "", "And frost.")
    assert word.recognises(source) > 0.5
    [found], _ = things(word, source)
    assert (found.title, found.text) == ("Coarse wool", "It keeps slugs away.\nAnd frost.")
    assert found.kind is ThingKind.ARTICLE


def test_a_single_line_is_the_text_and_the_file_gives_the_title(tmp_path: Path) -> None:
    [found], _ = things(word, document(tmp_path, "It keeps slugs away."))
    assert (found.title, found.text) == ("wool notes", "It keeps slugs away.")


def test_an_empty_document_is_skipped_and_another_file_is_not_its_own(tmp_path: Path) -> None:
    found, report = things(word, document(tmp_path))
    assert (found, report.reasons()) == ([], {entry.EMPTY: 1})
    assert word.recognises(written(tmp_path, "a.docx", "no zip")) == 0
