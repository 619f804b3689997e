"""The account of an import adds up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.report import Report


@given(st.lists(st.one_of(st.none(), st.sampled_from(["bulk mail", "duplicate", "no text"]))))
def test_found_is_kept_plus_skipped(items: list[str | None]) -> None:
    report = Report()
    for number, reason in enumerate(items):
        if reason is None:
            report.keep("mbox")
        else:
            report.skip(f"mail {number}", reason)
    assert report.found == report.kept + len(report.skipped) == len(items)
    assert sum(report.reasons().values()) == len(report.skipped)
    assert sum(report.kept_by_format.values()) == report.kept


def test_the_most_frequent_reason_comes_first() -> None:
    report = Report()
    for reason in ("duplicate", "bulk mail", "bulk mail"):
        report.skip("x", reason)
    assert list(report.reasons()) == ["bulk mail", "duplicate"]


def test_what_is_taken_back_is_skipped_with_its_reason() -> None:
    report = Report()
    report.keep("mbox", 5)
    report.take_back("mbox", "inbox.mbox", "forgotten", 2)
    assert (report.found, report.kept, report.reasons()) == (5, 3, {"forgotten": 2})
    assert report.kept_by_format["mbox"] == 3
