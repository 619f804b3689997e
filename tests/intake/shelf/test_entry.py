"""Each entry is kept, or skipped with its reason; nothing is kept that says nothing."""

from __future__ import annotations

from theirside.intake.report import Report
from theirside.intake.shelf import entry
from theirside.intake.shelf.entry import keep, name_as_title
from theirside.intake.shelf.thing import ThingKind


def reason(**told: str) -> str:
    report = Report()
    title, url = told.get("title", ""), told.get("url", "")
    assert list(keep(report, "csv", "row 2", kind=ThingKind.LINK, title=title, url=url)) == []
    [skipped] = report.skipped
    assert skipped.item == "row 2"
    return skipped.reason


def test_an_address_whose_title_is_the_address_says_nothing() -> None:
    assert reason(url="https://a.example/x") == entry.NO_TITLE
    assert reason(url="https://a.example/x", title="https://a.example/") == entry.NO_TITLE
    assert reason(url="https://a.example/x", title="a.example") == entry.NO_TITLE


def test_what_is_empty_or_leads_nowhere_is_skipped() -> None:
    assert reason() == entry.EMPTY
    assert reason(title="Bees", url="bees.html") == entry.NO_ADDRESS


def test_that_marks_were_taken_out_is_noted_once() -> None:
    report = Report()
    for number in range(2):
        url = f"https://a.example/{number}?utm_source=x"
        [made] = keep(report, "csv", "row", kind=ThingKind.LINK, title="Bees", url=url)
        assert made.format == "csv"
    assert report.kept == 2
    assert len(report.notes) == 1


def test_a_files_name_is_a_title() -> None:
    assert name_as_title("things.zip!notes/cold_rooms-in-may.md") == "cold rooms in may"
