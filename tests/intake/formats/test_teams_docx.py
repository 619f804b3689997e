"""Word transcripts: Teams' layouts, Google Meet's, and typed ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.formats.transcript_reading import (
    read_one,
    read_text,
    said,
    score,
    try_to_read,
)
from theirside.errors import IntakeError
from theirside.intake.formats import teams_docx

TURNS = [
    ("Dana Whitfield", "Hello. Can you hear me?"),
    ("Priya Raman", "Loud and clear."),
]


def picture() -> io.BytesIO:
    """Return a PNG of one pixel, as Teams puts one beside each name."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + header + body)


def document(*paragraphs: str, pictures: bool = False, rows: Sequence[Sequence[str]] = ()) -> bytes:
    """Return a Word file; a line end in a paragraph is a line break, as Teams has them."""
    word = docx.Document()
    for text in paragraphs:
        paragraph = word.add_paragraph()
        if pictures:
            paragraph.add_run().add_picture(picture())
        paragraph.add_run(text)
    if rows:
        table = word.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def test_newer_teams_files_have_a_turn_with_a_picture_in_one_paragraph() -> None:
    data = document(
        "Renewal-20260615_133555-Meeting Transcript",
        "15 June 2026, 01:35pm",
        "27m 42s",
        "Dana Whitfield started transcription",
        "\nDana Whitfield   0:03\nHello.\nCan you hear me?",
        "\nPriya Raman   1:00:04\nLoud and clear.",
        "Dana Whitfield stopped transcription",
        pictures=True,
    )
    talk = read_one(teams_docx, data, "x.docx")
    assert said(talk) == TURNS
    assert [turn.start for turn in talk.turns] == [3, 3604]
    assert talk.subject == "Renewal"
    assert talk.started_at is not None
    assert talk.started_at.isoformat() == "2026-06-15T13:35:55+00:00"


def test_older_teams_files_have_times_then_name_then_words() -> None:
    data = document(
        "0:0:5.100 --> 0:0:8.250\nDana Whitfield\nHello.",
        "0:0:8.500 --> 0:0:9.0\nDana Whitfield\nCan you hear me?",
        "0:0:10.800 --> 0:1:14.500\nPriya Raman\nLoud and clear.",
    )
    talk = read_one(teams_docx, data)
    assert said(talk) == TURNS
    assert [(turn.start, turn.end) for turn in talk.turns] == [(5.1, 9.0), (10.8, 74.5)]


def test_the_parts_may_be_paragraphs_of_their_own() -> None:
    data = document("Dana Whitfield  0:03", "Hello.", "Can you hear me?", "Priya Raman  0:05",
                    "Loud and clear.")  # fmt: skip
    assert said(read_one(teams_docx, data)) == TURNS


def test_meet_files_begin_where_the_times_do_so_that_notes_are_nobodys_words() -> None:
    data = document(
        "Notes",
        "Dana: will send the offer",
        "Transcript",
        "00:00:00",
        "Dana Whitfield: Hello.\nDana Whitfield: Can you hear me?",
        "00:01:00",
        "Priya Raman: Loud and clear.",
    )
    talk = read_one(teams_docx, data)
    assert said(talk) == TURNS
    assert [turn.start for turn in talk.turns] == [0, 60]


def test_typed_transcripts_and_tables_are_read() -> None:
    typed = document(*(f"{name}: {words}" for name, words in [*TURNS, *TURNS]))
    assert said(read_one(teams_docx, typed)) == [*TURNS, *TURNS]
    rows = [("0:03", *TURNS[0]), ("0:05", *TURNS[1]), ("0:09", "Dana Whitfield", "Good.")]
    talk = read_one(teams_docx, document("Call", rows=rows))
    assert said(talk) == [*TURNS, ("Dana Whitfield", "Good.")]
    assert [turn.start for turn in talk.turns] == [3, 5, 9]


def test_other_word_files_are_skipped_with_the_reason() -> None:
    data = document("An offer", "We deliver: in March.", "Price: 100")
    found, report = read_text(teams_docx, data)
    assert found == []
    assert report.reasons() == {"a Word document without a transcript in it": 1}
    assert score(teams_docx, data) < 0.5


def test_it_is_known_by_its_content() -> None:
    assert score(teams_docx, document("Dana Whitfield   0:03\nHello."), "x.bin") == 0.9
    assert score(teams_docx, b"PK\x03\x04 no archive", "x.docx") == 0
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "Dana   0:03")
    assert score(teams_docx, other.getvalue(), "x.docx") == 0


@pytest.mark.parametrize("body", [b"", b"<w:document", b"<a/>", b"\0"])
def test_a_broken_document_is_refused(body: bytes) -> None:
    broken = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document("Dana   0:03\nHi."))) as sound,
        zipfile.ZipFile(broken, "w") as archive,
    ):
        for name in sound.namelist():
            archive.writestr(name, body if name == "word/document.xml" else sound.read(name))
    with pytest.raises(IntakeError, match="not a sound Word document"):
        read_text(teams_docx, broken.getvalue())
    assert score(teams_docx, broken.getvalue()) == 0.5


SOUND = document("Dana   0:03\nHi.", "Bo   0:04\nHello.")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=40), st.booleans())
def test_damaged_files_are_read_or_refused(place: int, damage: bytes, cut: bool) -> None:
    rest = b"" if cut else SOUND[place + len(damage) :]
    try_to_read(teams_docx, SOUND[:place] + damage + rest)


@settings(max_examples=30, deadline=None)
@given(st.text("DanaBo \n\t:.0123456789->[]()", max_size=60))
def test_whatever_the_text_is_it_is_read_or_refused(text: str) -> None:
    try_to_read(teams_docx, document(text, text))
