"""``theirside in-mind``: for one person, for the day, and what was given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from tests.cli.conftest import Run
from tests.cli.forms import fits, quotes_in
from tests.serve.in_mind.vectors import near_by
from theirside.app import shelf
from theirside.cli.printing import day
from theirside.intake.shelf.thing import ThingKind, thing

BEES = "I love my bees more than beer."
QUIET = "Please do not write for the time being."
ON = ("--on", "2026-04-01")
BEE_BOOK = thing(ThingKind.NOTE, "The bee year", "Month by month.")


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell nearness by hand: what these tests say must not hang on the model."""
    near: Callable[[], object] = lambda: near_by({("I love", "The bee year"): 4.0})  # noqa: E731
    monkeypatch.setattr(shelf, "_by_model", near)


@pytest.fixture
def filled(theirside: Run) -> Run:
    """Return a workspace in which Anna loves bees and Ben wants quiet, with a book on a shelf."""
    theirside("status")
    from theirside.app.services import keep, keep_thing

    keep(thread("t1", mail("<1@x>", ANNA, BEES, SAM)), [said(0, BEES, "facet.interest")], "t")
    keep(thread("t2", mail("<2@x>", BEN, QUIET, SAM)), [said(0, QUIET, "facet.taste")], "t")
    keep_thing(BEE_BOOK)
    return theirside


def flat(text: str) -> str:
    return " ".join(text.split())


def test_for_one_person_it_shows_the_thing_why_them_and_a_first_line(filled: Run) -> None:
    out = flat(filled("in-mind", "anna", *ON).out)
    assert out.startswith("Anna Bauer nothing was given to them from the shelf yet The bee year")
    assert f"why them: “{BEES}” interest · mail “Cellar sensors”, 2 Mar 2026" in out
    assert "a first line: In March you said: “I love my bees more than beer”." in out
    assert f"theirside in-mind given Anna {BEE_BOOK.id[:6]}" in out


def test_a_name_of_several_words_needs_no_quotes(filled: Run) -> None:
    assert "The bee year" in filled("in-mind", "anna", "bauer", *ON).out


def test_without_a_name_it_is_the_few_of_today(filled: Run) -> None:
    out = flat(filled("in-mind", *ON).out)
    assert "Anna Bauer" in out
    assert "Ben Okafor" not in out


def test_what_was_given_is_noted_with_its_reason_and_then_there_is_silence(filled: Run) -> None:
    noted = flat(filled("in-mind", "given", "anna", "bee year").out)
    assert noted == f"Noted: “The bee year” was given to Anna Bauer. Why: “{BEES}”"
    out = flat(filled("in-mind", "anna").out)
    assert "something was given to them a short while ago (“The bee year”" in out
    later = flat(filled("in-mind", "anna", "--on", str(date(2027, 12, 1))).out)
    assert "nothing on the shelf is near enough" in later


def test_what_was_given_stands_in_what_they_may_be_handed(filled: Run, tmp_path: Path) -> None:
    filled("in-mind", "given", "anna", "bee year")
    filled("export", "anna", "-o", tmp_path / "out")
    text = flat((tmp_path / "out" / "everything.txt").read_text(encoding="utf-8"))
    assert f"“The bee year”: given to them, {day(datetime.now(UTC))} because of “{BEES}”" in text


def test_never_for_them_is_noted(filled: Run) -> None:
    out = flat(filled("in-mind", "no", "anna", BEE_BOOK.id[:5]).out)
    assert out == "Noted: “The bee year” is nothing for Anna Bauer, now or later."
    assert "nothing on the shelf is near enough" in flat(filled("in-mind", "anna", *ON).out)
    assert "Nobody today" in filled("in-mind", *ON).out


def test_whoever_asked_for_quiet_is_left_alone_and_one_reads_why(filled: Run) -> None:
    out = flat(filled("in-mind", "ben", *ON).out)
    assert out == f"Ben Okafor asked for quiet until 1 May 2026: “{QUIET}”"


def test_an_empty_shelf_says_how_to_fill_it(filled: Run) -> None:
    filled("shelf", "remove", "bee year")
    assert "The shelf is empty" in filled("in-mind", *ON).out
    assert "theirside shelf add" in flat(filled("in-mind", "anna", *ON).out)


def test_of_whom_nothing_is_known_one_may_ask(filled: Run) -> None:
    assert "theirside questions" in flat(filled("in-mind", "ben", "--on", "2026-06-01").out)


def test_what_is_typed_wrongly_is_told(filled: Run) -> None:
    assert "in quotes" in flat(filled("in-mind", "given", "anna", "the", "bee").err)
    assert filled("in-mind", "nobody").code == 1
    assert "shelf list" in flat(filled("in-mind", "given", "anna", "wool").err)


def test_the_forms_are_as_documented(filled: Run) -> None:
    one = filled("in-mind", "anna", *ON, "--json").json
    fits("in_mind", one)
    assert [quote["quote"] for quote in quotes_in(one)] == [BEES]
    quiet = filled("in-mind", "ben", *ON, "--json").json
    fits("in_mind", quiet)
    assert (quiet["silence"], quiet["until"]) == ("quiet", "2026-05-01")
    fits("in_mind_today", filled("in-mind", *ON, "--json").json)
    fits("in_mind_answered", filled("in-mind", "given", "anna", "bee year", "--json").json)
    fits("in_mind", filled("in-mind", "anna", "--json").json)
    fits("export", filled("export", "anna", "--json").json)
