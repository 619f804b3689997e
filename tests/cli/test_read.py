"""``theirside read``: nothing stored, every sentence told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits
from tests.reader.fake_encoder import FakeEncoder
from theirside.reader.combined import CombinedReader
from theirside.reader.measured import MODEL, Measured


@pytest.fixture
def weighing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with a model that is sure of a goal where "board" is said, and doubts elsewhere."""
    words = {"facet.goal": {"board": 2.0, "overdue": -2.0}, "facet.stake": {"board": 1.0}}
    figures = {
        name: Measured(name, name, 1.0, 0.0, threshold=0.8, veto=0.0, by=MODEL, fires=True)
        for name in words
    }
    reader = CombinedReader(encoder=FakeEncoder(words), figures=figures)
    monkeypatch.setattr("theirside.reader.default_reader", lambda: reader)


def test_each_conversation_is_one_line_of_json(theirside: Run, mailbox: Path) -> None:
    [line] = theirside("read", mailbox, "--us", "fjord.example", "--json").out.splitlines()
    form = json.loads(line)
    fits("reading", form)
    labels = [each["label"] for each in form["annotations"]]
    assert "question.open" in labels
    assert "facet.pain" in labels


def test_offsets_are_characters_of_the_turns_text(theirside: Run, mailbox: Path) -> None:
    talk = json.loads(theirside("convert", mailbox).out)
    form = json.loads(theirside("read", mailbox, "--json").out)
    [pain] = [each for each in form["annotations"] if each["label"] == "facet.pain"]
    text = talk["turns"][pain["turn"]]["text"]
    words = text[pain["start"] : pain["end"]]
    assert words == "Our biggest problem is that nobody sees what is overdue."


def test_nothing_is_stored(theirside: Run, mailbox: Path) -> None:
    theirside("read", mailbox)
    assert theirside("status", "--json").json["conversations"] == 0


def test_for_people_the_talk_is_printed_with_its_margin(theirside: Run, mailbox: Path) -> None:
    out = theirside("read", mailbox, "--us", "fjord.example").out
    assert "◂ Dana Whitfield (theirs)" in out
    assert "pain" in out


def test_what_cannot_be_read_is_told_on_standard_error(theirside: Run, tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    ran = theirside("read", photo, "--json")
    assert (ran.code, ran.out) == (0, "")
    assert "1 found, 0 kept, 1 skipped" in ran.err


@pytest.mark.usefixtures("weighing")
def test_all_gives_labels_below_their_thresholds_too(theirside: Run, mailbox: Path) -> None:
    few = json.loads(theirside("read", mailbox, "--us", "fjord.example", "--json").out)
    many = theirside("read", mailbox, "--us", "fjord.example", "--all", "--json").json
    fits("reading", many)
    by_label = [(each["label"], each["probability"]) for each in many["annotations"]]
    assert ("facet.goal", 0.8808) in by_label
    assert ("facet.stake", 0.7311) in by_label
    assert by_label.count(("facet.goal", 0.0001)) == 1
    assert [each for each in many["annotations"] if each in few["annotations"]] == (
        few["annotations"]
    )
    assert ("facet.stake", 0.7311) not in [
        (each["label"], each["probability"]) for each in few["annotations"]
    ]


@pytest.mark.usefixtures("weighing")
def test_all_for_people_leaves_the_unlikely_out_and_puts_the_likeliest_first(
    theirside: Run, mailbox: Path
) -> None:
    lines = theirside("read", mailbox, "--us", "fjord.example", "--all").out.splitlines()
    [place] = [number for number, line in enumerate(lines) if "explains it to the board" in line]
    notes = lines[place + 1].replace("\u00a0", " ").strip()
    assert notes.startswith("goal 0.88 · ")
    assert "stake 0.73" in notes
    assert "0.00" not in "".join(lines)


def test_either_what_to_read_or_again(theirside: Run, mailbox: Path) -> None:
    assert theirside("read").code == 2
    assert theirside("read", mailbox, "--again").code == 2
    assert "All is read already" in theirside("read", "--again").out
