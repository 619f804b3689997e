"""A mail in a file of its own is recognised by what it says, not by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.mail.mailing import mail
from theirside.intake.format import Letter, Options
from theirside.intake.formats import eml, mbox
from theirside.intake.mail.letters import LetterFiles
from theirside.intake.report import Report
from theirside.intake.source import Source


def source(folder: Path, raw: bytes, name: str = "a.eml") -> Source:
    path = folder / name
    path.write_bytes(raw)
    return Source(name, path)


def only_letter(one: Source) -> Letter:
    (found,) = eml.read(one, Report(), Options())
    return found


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "1709542.M1P2", "a"])
@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\r\n\r\n"])
def test_a_mail_under_any_name(tmp_path: Path, name: str, before: bytes) -> None:
    assert eml.recognises(source(tmp_path, before + mail(), name)) >= 0.9


def test_a_mail_with_a_separator_line_is_one_mail(tmp_path: Path) -> None:
    raw = b"From dana@x.example Mon Mar  4 09:00:00 2024\n" + mail()
    one = source(tmp_path, raw)
    assert eml.recognises(one) > mbox.recognises(one)
    assert only_letter(one).length == -1


def test_a_folded_header_longer_than_most(tmp_path: Path) -> None:
    raw = b"Received: from a\n\tby b\n" * 50 + mail()
    assert eml.recognises(source(tmp_path, raw, "x")) >= 0.9


@pytest.mark.parametrize(
    "text",
    ["", "Dana: Could we start in May?\nRae: Yes.", "WEBVTT\n\n1\n", "{}", "Note: call Dana\n\nx"],
)
def test_other_text_is_not_a_mail(tmp_path: Path, text: str) -> None:
    assert eml.recognises(source(tmp_path, text.encode(), "a.txt")) == 0


def test_a_name_alone_makes_it_likely_only(tmp_path: Path) -> None:
    assert 0 < eml.recognises(source(tmp_path, b"just text")) < 0.9
    assert 0 < eml.recognises(source(tmp_path, b"Content-Type: text/plain\n\nx", "x")) < 0.5


def test_apple_mail_says_how_long_the_mail_is(tmp_path: Path) -> None:
    raw = mail()
    trailer = b'<?xml version="1.0"?><plist></plist>'
    one = source(tmp_path, b"%d      \n" % len(raw) + raw + trailer, "1.emlx")
    assert eml.recognises(one) >= 0.9
    with LetterFiles() as files:
        assert files.whole(only_letter(one)) == raw
