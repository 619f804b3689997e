"""Swapped sides are told on every way in, who seems to sell where sides are asked for."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reader.test_roles import BUYING, ENCODER, NEITHER, SELLING


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("theirside.app.swapped", "theirside.reader.encoder"):
        monkeypatch.setattr(f"{room}.default_encoder", lambda: ENCODER)


def ovens(tmp_path: Path, kim: str = BUYING, robin: str = SELLING) -> Path:
    path = tmp_path / "ovens.txt"
    path.write_text(f"Kim Berg: {kim}\nRobin: {robin}\n" * 6, encoding="utf-8")
    return path


def labelled(tmp_path: Path, known: str = "c1") -> Path:
    path = tmp_path / "ovens.jsonl"
    turns = ", ".join(
        f'{{"speaker": "{name}", "side": "{side}", "text": "{text}"}}'
        for name, side, text in [("Kim", "ours", BUYING), ("Robin", "theirs", SELLING)] * 6
    )
    path.write_text(f'{{"id": "{known}", "channel": "call", "turns": [{turns}]}}\n', "utf-8")
    return path


def command_in(out: str) -> list[str]:
    return shlex.split(" ".join(out.split()).partition("set it with `")[2].partition("`")[0])[1:]


def test_reading_tells_it_on_standard_error(theirside: Run, tmp_path: Path) -> None:
    ran = theirside("read", labelled(tmp_path), "--json")
    assert "In ovens.jsonl the two speakers look swapped: “Kim” talks like" in ran.err
    assert len(ran.out.splitlines()) == 1


def test_an_import_tells_it_and_changes_nothing(theirside: Run, tmp_path: Path) -> None:
    path = labelled(tmp_path)
    report = theirside("add", path, "--json").json
    [note] = report["notes"]
    assert "look swapped" in note
    sides = {each["name"]: each["side"] for each in theirside("sides", "c1", "--json").json}
    assert sides == {"Kim": "ours", "Robin": "theirs"}


def test_an_id_that_the_store_shortens_is_found(theirside: Run, tmp_path: Path) -> None:
    [note] = theirside("add", labelled(tmp_path, known="c" * 2000), "--json").json["notes"]
    assert theirside(*command_in(note)).code == 0


def test_the_command_sets_it_right_and_it_is_told_no_more(theirside: Run, tmp_path: Path) -> None:
    path = labelled(tmp_path)
    out = theirside("add", path).out
    assert theirside(*command_in(out)).code == 0
    sides = {each["name"]: each["side"] for each in theirside("sides", "c1", "--json").json}
    assert sides == {"Kim": "theirs", "Robin": "ours"}
    path.write_text(path.read_text("utf-8").replace("first.", "first, you see."), "utf-8")
    assert "look swapped" not in theirside("add", path).out


def test_who_seems_to_sell_is_said_where_sides_are_asked_for(
    theirside: Run, tmp_path: Path
) -> None:
    assert "“Robin” seems to be the seller." in theirside("add", ovens(tmp_path)).out
    assert "“Robin” seems to be the seller." in theirside("sides").out
    [waiting] = theirside("sides", "--json").json
    assert waiting["speakers"] == ["Kim Berg", "Robin"]


def test_where_it_is_not_clear_nothing_is_said(theirside: Run, tmp_path: Path) -> None:
    out = theirside("add", ovens(tmp_path, robin=NEITHER, kim=NEITHER)).out
    assert "Kim Berg, Robin" in out
    assert "seems" not in out
