"""``theirside search``: quotes, by their words."""

from __future__ import annotations

from tests.cli.conftest import Run
from tests.cli.forms import fits


def test_quotes_come_with_their_place(sample: Run) -> None:
    out = sample("search", "board", "--side", "theirs").out

    assert "board" in out
    assert "Marit Haugland, mail" in out
    assert "Nora Tveit" not in out


def test_the_form_fits(sample: Run) -> None:
    found = sample("search", "board", "--person", "sigrun", "--json").json

    fits("found", found)
    assert found
    assert {each["speaker"] for each in found} == {"Sigrun Aas"}


def test_nothing_and_more_are_said(sample: Run) -> None:
    assert "Nobody said that" in sample("search", "nothingofthekind").out
    assert "--page 2" in sample("search", "the").out


def test_what_is_no_side_is_refused(sample: Run) -> None:
    ran = sample("search", "board", "--side", "both")

    assert ran.code == 2
    assert "theirs" in ran.err


def test_a_phrase_in_quotation_marks(sample: Run) -> None:
    assert "Nobody said that" not in sample("search", "'the board'").out
    assert "Nobody said that" in sample("search", "'board the the'").out
