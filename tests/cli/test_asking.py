"""Asking on a terminal whose side speakers are on: two questions a conversation."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from theirside.app.queries import UnknownSpeakers
from theirside.cli.asking import chosen

NAMES = ("Kim", "Robin", "Speaker 3")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("", []),
        ("2", ["Robin"]),
        ("1, 3", ["Kim", "Speaker 3"]),
        ("rest", ["Kim", "Robin", "Speaker 3"]),
        ("0 4 x", []),
    ],
)
def test_numbers_choose_from_the_list(answer: str, expected: list[str]) -> None:
    assert chosen(answer, NAMES) == expected


def test_whoever_is_ours_already_is_not_chosen_again() -> None:
    waiting = UnknownSpeakers("c", "ovens", NAMES)
    assert chosen("1 2", ["Robin", "Speaker 3"], of=waiting) == ["Robin"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_answers_are_taken_over(
    theirside: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from theirside.app import queries
    from theirside.app.store import open_store
    from theirside.cli.asking import ask_sides

    call = tmp_path / "ovens.txt"
    call.write_text(
        "Kim: How are the ovens?\nRobin: One is always cold.\nKim: Since when?\n",
        encoding="utf-8",
    )
    theirside("add", call)
    open_store()
    monkeypatch.setattr(sys, "stdin", Terminal("1\nrest\n"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ask_sides(queries.unknown_speakers())
    assert theirside("sides").out.strip() == "Everybody's side is known."
    [robin] = theirside("people", "--json").json["people"]
    assert robin["person"]["name"] == "Robin"
