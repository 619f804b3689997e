"""``theirside search``: quotes, by their words and by what they mean."""

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
    assert "Nobody said that" in sample("search", "nothingofthekind", "--words-only").out
    assert "--page 2" in sample("search", "the").out


def test_what_is_no_side_is_refused(sample: Run) -> None:
    ran = sample("search", "board", "--side", "both")

    assert ran.code == 2
    assert "theirs" in ran.err


def test_a_phrase_in_quotation_marks(sample: Run) -> None:
    assert "Nobody said that" not in sample("search", "'the board'").out
    assert "Nobody said that" in sample("search", "'board the the'").out


def test_what_was_found_by_meaning_is_told_apart(sample: Run) -> None:
    found = sample("search", "the audit is behind us now", "--json").json

    fits("found", found)
    assert {each["by"] for each in found} <= {"meaning"}
    assert all(each["likeness"] is not None for each in found)
    words = sample("search", "audit", "--words-only", "--json").json
    assert {(each["by"], each["likeness"]) for each in words} == {("words", None)}


def test_what_is_found_by_words_only_is_told_with_what_to_run(sample: Run) -> None:
    from theirside.app import models

    assert "read --again" not in sample("search", "board").out
    models.Meaning.objects.filter(pk__in=models.Meaning.objects.all()[:2]).delete()

    assert "2 conversations could be looked through by words only" in sample("search", "board").out
    as_json = sample("search", "board", "--json")
    assert isinstance(as_json.json, list)
    assert "2 conversations could be looked through by words only" in as_json.err
    assert "2 in search: theirside read --again" in sample("status").out
    assert "Read again: 2 conversations" in sample("read", "--again").out
    assert "All is read already" in sample("read", "--again").out
    assert "read --again" not in sample("search", "board").out
