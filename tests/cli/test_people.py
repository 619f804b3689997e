"""``theirside people``: who there is, and who is one person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import NORA, Run, mail
from tests.cli.forms import fits


@pytest.fixture
def two(theirside: Run, mailbox: Path) -> Run:
    home = mail("D. Whitfield <dw@home.example>", NORA, 5, "Writing from home today.")
    (mailbox / "3.eml").write_text(home, encoding="utf-8")
    theirside("init", "--us", "fjord.example")
    theirside("add", mailbox)
    return theirside


def names(run: Run) -> list[str]:
    return [each["person"]["name"] for each in run("people", "--json").json["people"]]


def test_everybody_on_their_side_is_listed(sample: Run) -> None:
    form = sample("people", "--json").json
    fits("people", form)
    out = sample("people").out
    for each in form["people"]:
        assert each["person"]["name"] in out
    assert "Nora Tveit" not in out


def test_an_empty_workspace_says_what_to_do(theirside: Run) -> None:
    assert "theirside add" in theirside("people").out


def test_two_names_can_be_made_one_person_and_two_again(two: Run) -> None:
    assert len(names(two)) == 2
    assert "one person now" in two("people", "merge", "dana", "dw@home.example").out
    assert len(names(two)) == 1
    assert "a person of their own" in two("people", "split", "dana", "dw@home.example").out
    assert len(names(two)) == 2


def test_a_merge_outlives_adding_again(two: Run, mailbox: Path) -> None:
    two("people", "merge", "dana", "dw@home.example")
    two("add", mailbox)
    assert len(names(two)) == 1


def test_splitting_off_what_is_not_theirs_is_an_error(two: Run) -> None:
    ran = two("people", "split", "dana", "nobody@elsewhere.example")
    assert ran.code == 1
    assert "nobody@elsewhere.example" in ran.err


def test_when_somebody_was_heard_on_a_call_is_the_day_of_the_call(
    theirside: Run, tmp_path: Path
) -> None:
    talk = {
        "id": "t1",
        "channel": "call",
        "started_at": "2026-03-12T10:00:00+01:00",
        "turns": [{"speaker": "Dana Whitfield", "side": "theirs", "text": "We lose two days."}],
    }
    theirside("add", "-", stdin=json.dumps(talk) + "\n")
    assert "12 Mar 2026" in theirside("people").out


def test_nobody_is_merged_with_themselves(sample: Run) -> None:
    ran = sample("people", "merge", "sigrun", "sigrun.aas@")
    assert ran.code == 0
    assert "nothing changed" in ran.out


def test_all_that_is_known_of_somebody_cannot_be_split_off(sample: Run) -> None:
    ran = sample("people", "split", "uwe", "Uwe Kessbach")
    assert ran.code == 2
    assert "all that is known of Uwe Kessbach" in ran.err


def test_a_colleague_who_is_split_off_keeps_the_company(sample: Run) -> None:
    def company(person: str) -> str:
        return str(sample("brief", person, "--json").json["person"]["company"])

    named = company("tadhg")
    sample("people", "merge", "aoife", "tadhg")
    sample("people", "split", "aoife", "Tadhg Brannigan")
    assert company("tadhg") == company("aoife") == named == "Brannigan Creamery"
