"""The sentences written for this project: enough of both kinds, many trades, nothing twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from training import examples
from training.contract import JUDGED, WRITTEN
from training.examples import ENOUGH, TRADES, Written, path_of, written

HEADER = "\t".join(examples.COLUMNS) + "\n"


def key(each: Written) -> str:
    return "".join(letter for letter in each.text.casefold() if letter.isalnum())


@pytest.mark.parametrize("label", WRITTEN)
def test_every_label_has_enough_examples_and_near_misses_from_many_trades(label: str) -> None:
    rows = written((label,))
    carrying = sum(label in each.labels for each in rows)
    assert carrying >= ENOUGH
    assert len(rows) - carrying >= ENOUGH
    assert len({each.trade for each in rows}) >= TRADES


@pytest.mark.parametrize("label", WRITTEN)
def test_both_kinds_are_said_in_several_registers(label: str) -> None:
    for holds in (True, False):
        rows = [each for each in written((label,)) if (label in each.labels) == holds]
        assert len({each.channel for each in rows}) >= 3
        small = sum(each.text == each.text.lower() for each in rows)
        assert small >= 10  # as chat and speech recognition write


def test_nothing_is_written_twice() -> None:
    longer = [each for each in written() if len(each.text.split()) > 3]
    twice = [text for text, count in Counter(map(key, longer)).items() if count > 1]
    assert twice == []


def test_every_line_is_as_the_guideline_says() -> None:
    for each in written():
        assert each.labels <= set(JUDGED)
        assert each.text == each.text.strip() != ""


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("facet.gaol\tcustomer\tcall\tfarm\t\tWe want more.\n", "no such label: facet.gaol"),
        ("-\tbuyer\tcall\tfarm\t\tHello.\n", "who, channel, trade or text"),
        ("-\tcustomer\tcall\tfarm\tHello.\n", "5 columns where 6 are due"),
    ],
)
def test_a_wrong_line_is_named(
    line: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "FOLDER", tmp_path)
    path = path_of("ask")
    path.write_text(HEADER + line, encoding="utf-8")
    with pytest.raises(ValueError, match=f"ask.tsv:2: .*{what}"):
        written(("ask",))


def test_a_file_without_its_header_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "FOLDER", tmp_path)
    path_of("ask").write_text("-\tcustomer\tcall\tfarm\t\tHello.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="must name the columns"):
        written(("ask",))


def test_the_table_says_what_falls_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(examples, "FOLDER", tmp_path)
    path_of("ask").write_text(HEADER + "ask\tseller\tmail\tfarm\t\tSend it.\n", encoding="utf-8")
    assert examples.main() == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("ask "))
    assert line.split() == ["ask", "1", "0", "1", "0", "short"]
