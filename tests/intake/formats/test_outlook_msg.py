"""Outlook's .msg files are recognised inside and need an extra to be read."""

from __future__ import annotations

from importlib import util
from pathlib import Path

import pytest

from tests.intake.mail.outlook_files import write_msg
from theirside.errors import IntakeError
from theirside.intake.format import Options
from theirside.intake.formats import outlook_msg
from theirside.intake.mail import gather
from theirside.intake.report import Report
from theirside.intake.source import Source


def source(path: Path) -> Source:
    return Source(path.name, path)


def test_a_msg_file_becomes_a_conversation(tmp_path: Path) -> None:
    one = source(write_msg(tmp_path / "odd name.bin", body="Could we start in May?"))
    assert outlook_msg.recognises(one) == 1
    report = Report()
    (talk,) = gather(outlook_msg.read(one, report, Options()), report, Options())
    assert (talk.subject, talk.format) == ("The pilot", "outlook_msg")
    assert talk.turns[0].text == "Could we start in May?"
    assert report.kept_by_format["outlook_msg"] == 1


def test_a_damaged_file_is_counted(tmp_path: Path) -> None:
    path = write_msg(tmp_path / "a.msg", body="x")
    path.write_bytes(path.read_bytes()[:1500])
    report = Report()
    letters = outlook_msg.read(source(path), report, Options())
    assert list(gather(letters, report, Options())) == []
    assert report.reasons() == {"cannot be read": 1}


def test_other_files_are_not_recognised(tmp_path: Path) -> None:
    word = tmp_path / "a.doc"
    word.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(8000))
    assert outlook_msg.recognises(source(word)) == 0
    word.write_bytes(b"{}")
    assert outlook_msg.recognises(source(word)) == 0


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlook_msg, "find_spec", lambda _: None)
    one = source(write_msg(tmp_path / "a.msg"))
    with pytest.raises(IntakeError, match=r"a\.msg.*pip install \"theirside\[msg\]\""):
        list(outlook_msg.read(one, Report(), Options()))
    assert util.find_spec("extract_msg") is not None
