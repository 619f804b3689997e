"""``theirside confirm``, ``correct`` and ``withdraw``: set right what is understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def dana(theirside: Run, mailbox: Path) -> Run:
    theirside("init", "--us", "fjord.example")
    theirside("add", mailbox)
    return theirside


def stake(run: Run) -> dict[str, str]:
    found = run("brief", "dana", "--json").json["observations"]
    [one] = [each for each in found if each["facet"] == "stake"]
    return dict(one)


def test_a_confirmed_statement_is_marked_so(dana: Run) -> None:
    assert dana("confirm", stake(dana)["id"]).out.startswith("✓ confirmed: “If this slips")
    assert stake(dana)["status"] == "confirmed"
    assert "✓ “If this slips again" in dana("brief", "dana").out


def test_the_first_four_characters_of_the_number_are_enough(dana: Run) -> None:
    assert dana("confirm", stake(dana)["id"][:4]).code == 0


def test_a_corrected_statement_reads_as_told_and_keeps_their_words(dana: Run) -> None:
    dana("correct", stake(dana)["id"], "The head of the plant explains it, not me")
    now = stake(dana)
    assert (now["status"], now["statement"]) == (
        "corrected",
        "The head of the plant explains it, not me",
    )
    out = dana("brief", "dana").out
    assert "The head of the plant explains it, not me" in out
    assert "they had said “If this slips again" in out


def test_a_correction_that_touches_a_special_category_is_refused(dana: Run, tmp_path: Path) -> None:
    ran = dana("correct", stake(dana)["id"], "I'm off for surgery, my deputy explains it")
    assert ran.code == 1
    assert "the correction touches somebody's health" in ran.err
    assert "say it without that" in ran.err
    assert "surgery" not in f"{ran.out}{ran.err}"
    assert stake(dana)["status"] == "heard"
    assert not any(b"surgery" in file.read_bytes() for file in (tmp_path / "data").iterdir())


def test_a_withdrawn_statement_is_shown_no_more(dana: Run) -> None:
    assert "Withdrawn." in dana("withdraw", stake(dana)["id"], "--yes").out
    assert "explains it to the board" not in dana("brief", "dana").out


def test_withdrawing_asks_first_and_no_leaves_everything(dana: Run) -> None:
    number = stake(dana)["id"]
    assert dana("withdraw", number, stdin="n\n").code == 1
    assert stake(dana)["status"] == "heard"


def test_judgements_outlive_adding_again(dana: Run, mailbox: Path) -> None:
    dana("confirm", stake(dana)["id"])
    dana("add", mailbox)
    assert stake(dana)["status"] == "confirmed"


@pytest.mark.parametrize("command", ["confirm", "withdraw"])
def test_a_number_that_is_nobodys_is_an_error(dana: Run, command: str) -> None:
    ran = dana(command, "ffffffff")
    assert ran.code == 1
    assert "ffffffff" in ran.err


def test_a_correction_without_words_is_wrong_usage(dana: Run) -> None:
    assert dana("correct", stake(dana)["id"], "  ").code == 2


def test_what_was_withdrawn_cannot_be_judged_again(dana: Run) -> None:
    number = stake(dana)["id"]
    dana("withdraw", number, "--yes")
    ran = dana("confirm", number)
    assert ran.code == 1
    assert "withdrawn" in ran.err
