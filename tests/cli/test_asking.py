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
    theirside: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
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
    assert "Noted: Kim is ours, Robin is theirs" in capsys.readouterr().out
    assert theirside("sides").out.strip() == "Everybody's side is known."
    [robin] = theirside("people", "--json").json["people"]
    assert robin["person"]["name"] == "Robin"


def calls(tmp_path: Path, *names: str) -> Path:
    folder = tmp_path / "calls"
    folder.mkdir()
    for number, name in enumerate(names):
        (folder / f"{number}.txt").write_text(
            f"{name}: How are ovens {number}?\nRobin: One is always cold.\n{name}: Since when?\n",
            encoding="utf-8",
        )
    return folder


def test_where_nobody_is_ours_yet_it_says_how_to_tell(theirside: Run, tmp_path: Path) -> None:
    folder = calls(tmp_path, "Kim")
    assert "theirside init --us" in theirside("add", folder).out
    theirside("init", "--us", "fjord.example")
    assert "theirside init --us" not in theirside("sides").out


def test_after_an_import_a_few_are_shown_and_sides_lists_them_all(
    theirside: Run, tmp_path: Path
) -> None:
    folder = calls(tmp_path, *(f"Kim {letter}" for letter in "ABCDE"))
    out = theirside("add", folder).out
    assert out.count("Robin") == 3
    assert "and 2 more" in out
    assert theirside("sides").out.count(", Robin") == 5


def test_the_command_that_is_proposed_can_be_typed_as_it_stands(
    theirside: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shlex

    theirside("init", "--us", "fjord.example")
    out = theirside("add", calls(tmp_path, "Kim Ó O'Hara")).out
    command = " ".join(out.partition("Say so with: ")[2].split())
    assert theirside(*shlex.split(command)[1:]).code == 0
    assert [each["person"]["name"] for each in theirside("people", "--json").json["people"]]
