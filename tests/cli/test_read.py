"""``theirside read``: nothing stored, every sentence told."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.forms import fits


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
