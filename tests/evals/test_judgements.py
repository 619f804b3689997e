"""How verdicts are read, kept and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.judgements import (
    JUDGED,
    Verdict,
    numbered,
    read_judged,
    tally,
    verdicts_in,
    write_judged,
)
from theirside.errors import SettingsError

SHEET = "#1 a:c:0:0-9:goal\n   before  … #2 is no number\n#2 a:c:1:0-9:pain\n"


def test_the_numbers_of_a_sheet_lead_to_identifiers() -> None:
    assert numbered(SHEET) == {1: "a:c:0:0-9:goal", 2: "a:c:1:0-9:pain"}


def test_verdicts_are_read_among_other_lines() -> None:
    lines = ["#1 a:c:0:0-9:goal", "1\ttrue", "2\tfalse\t of  another \r\n", "2\tperhaps"]
    assert verdicts_in(lines, numbered(SHEET)) == {
        "a:c:0:0-9:goal": Verdict(True),
        "a:c:1:0-9:pain": Verdict(False, "of another"),
    }


def test_a_reason_stays_in_its_column() -> None:
    found = verdicts_in(["1\ttrue\ta\tb"], numbered(SHEET))
    assert found["a:c:0:0-9:goal"].reason == "a b"


def test_a_number_that_the_sheet_has_not_is_refused() -> None:
    with pytest.raises(SettingsError, match="no statement 3"):
        verdicts_in(["3\ttrue\t"], numbered(SHEET))


def test_what_is_written_is_read_again_and_sorted(tmp_path: Path) -> None:
    path = tmp_path / "judged.tsv"
    verdicts = {"b": Verdict(False, "over"), "a": Verdict(True)}
    assert read_judged(path) == {}
    write_judged(verdicts, path)
    assert read_judged(path) == verdicts
    assert path.read_text() == "statement\tverdict\treason\na\ttrue\t\nb\tfalse\tover\n"


def test_only_what_is_shown_and_judged_counts() -> None:
    verdicts = {"a": Verdict(True), "b": Verdict(False), "gone": Verdict(False)}
    found = tally({"a", "b", "c"}, verdicts)
    assert (found.shown, sorted(found.held), found.unjudged) == (3, [False, True], 1)
    assert found.share().startswith("0.500 [0.000, 1.000]")
    assert tally({"c"}, verdicts).share() == "–"


def test_the_kept_judgements_can_be_read() -> None:
    assert len(read_judged(JUDGED)) >= 100
