"""What stands above a talk: its title and date."""

from __future__ import annotations

from pathlib import Path

from theirside.conversation import Speaker
from theirside.intake.heading import LONGEST_HEADING, about, keep_below
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.transcript import Cue

SOURCE = Source("talk.txt", Path("talk.txt"))


def test_title_and_date_are_found_whatever_their_order() -> None:
    for above in (
        ["Kickoff", "Mon, Jan 5, 2026 10:02AM • 32:10"],
        ["Meeting Transcript", "Date: January 5, 2026 10:02", "Title: Kickoff"],
    ):
        meant = about("x", SOURCE, above)
        assert meant.subject == "Kickoff"
        assert meant.started_at is not None
        assert meant.started_at.isoformat() == "2026-01-05T10:02:00+00:00"


def test_nothing_above_says_nothing() -> None:
    meant = about("x", SOURCE, [])
    assert (meant.subject, meant.started_at) == ("", None)
    assert about("x", SOURCE, ["x" * 200]).subject == ""


def test_much_text_above_is_noted() -> None:
    cues = [Cue(Speaker("Dana"), "Hi.")]
    report = Report()
    above = ["line"] * LONGEST_HEADING
    list(keep_below(cues, about("x", SOURCE, above), above, report))
    assert report.notes == []
    list(keep_below(cues, about("x", SOURCE, above), [*above, "line"], report))
    assert report.notes == ["talk.txt: 6 lines above the first speaker are not part of the talk"]
    assert report.kept == 2
