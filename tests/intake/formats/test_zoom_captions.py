"""Captions saved in Zoom."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.formats.transcript_reading import read_one, read_text, said, score, try_to_read
from theirside.intake.format import Options
from theirside.intake.formats import fireflies_text, otter, plain, zoom_captions
from theirside.intake.report import Report
from theirside.intake.source import Source

TEXT = """[Dana Whitfield] 23:59:58
Hello, Priya.
Can you hear me?

[Priya Raman (Larkspur)] 00:00:03
Yes. At 10:30 I have to go.

[Dana Whitfield] 00:00:09
Fine.
"""


def test_times_of_day_count_from_the_first_past_midnight_too() -> None:
    talk = read_one(zoom_captions, TEXT)
    assert said(talk) == [
        ("Dana Whitfield", "Hello, Priya. Can you hear me?"),
        ("Priya Raman", "Yes. At 10:30 I have to go."),
        ("Dana Whitfield", "Fine."),
    ]
    assert [turn.start for turn in talk.turns] == [0, 5, 11]


def test_the_folder_has_topic_and_date(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(TEXT)
    name = "zoom.zip!2026-02-19 15.07.57 Renewal with Larkspur 92123456789/closed_caption.txt"
    (talk,) = zoom_captions.read(Source(name, path), Report(), Options())
    assert talk.subject == "Renewal with Larkspur"
    assert talk.started_at is not None
    assert talk.started_at.isoformat() == "2026-02-19T15:07:57+00:00"


def test_it_is_told_from_its_siblings() -> None:
    assert score(zoom_captions, TEXT) == 0.9
    assert score(otter, TEXT) == score(fireflies_text, TEXT) == score(plain, TEXT) == 0
    assert score(zoom_captions, "[00:12] Dana\nHi.\n[00:13] Bo\nHi.\n") == 0
    assert score(zoom_captions, "[INFO] 10:03:12\nstarted\n") == 0


def test_headings_without_words_are_skipped() -> None:
    found, report = read_text(zoom_captions, "[Dana] 10:00:00\n\n[Bo] 10:00:01\n")
    assert found == []
    assert report.reasons() == {"no words in it": 1}


LINES = st.sampled_from(["", "[Dana] 10:00:00", "[Bo] 0:1", "words", "[] 1:00", "[a]b] 2:00:00"])


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.lists(LINES, max_size=20).map("\n".join), st.text(), st.binary()))
def test_whatever_stands_in_the_file_is_read_or_refused(data: str | bytes) -> None:
    try_to_read(zoom_captions, data)
