"""``theirside sides``: told, not guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits


@pytest.fixture
def call(theirside: Run, tmp_path: Path) -> Run:
    path = tmp_path / "ovens.txt"
    path.write_text(
        "Kim: How are the ovens?\n"
        "Robin: Our biggest problem is that one of the three is always cold.\n"
        "Kim: Since when?\n",
        encoding="utf-8",
    )
    theirside("add", path)
    return theirside


def test_who_waits_is_listed(call: Run) -> None:
    waiting = call("sides", "--json").json
    fits("waiting", waiting)
    assert waiting[0]["speakers"] == ["Kim", "Robin"]


def test_a_side_that_is_told_makes_a_person(call: Run) -> None:
    out = call("sides", "ovens", "--theirs", "Robin", "--ours", "Kim").out
    assert "theirs" in out
    assert call("sides").out.strip() == "Everybody's side is known."
    brief = call("brief", "Robin", "--json").json
    assert [each["facet"] for each in brief["observations"]] == ["pain"]


def test_a_side_can_be_taken_back(call: Run) -> None:
    call("sides", "ovens", "--theirs", "Robin", "--ours", "Kim")
    call("sides", "ovens", "--unknown", "Robin")
    sides = call("sides", "ovens", "--json").json
    fits("sides", sides)
    assert {each["name"]: each["side"] for each in sides} == {"Kim": "ours", "Robin": "unknown"}
    assert call("people", "--json").json["people"] == []


def test_a_name_that_does_not_speak_there_is_an_error_with_those_who_do(call: Run) -> None:
    ran = call("sides", "ovens", "--theirs", "Dana")
    assert ran.code == 1
    assert "Kim" in ran.err
    assert "Robin" in ran.err


def test_adding_again_keeps_what_was_told(call: Run, tmp_path: Path) -> None:
    call("sides", "ovens", "--theirs", "Robin", "--ours", "Kim")
    call("add", tmp_path / "ovens.txt")
    assert call("sides").out.strip() == "Everybody's side is known."
