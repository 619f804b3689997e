"""The bytes of a letter come from its place, and no more than one mail is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.mail.mailing import letter
from theirside.intake.format import Letter
from theirside.intake.mail.letters import LetterFiles
from theirside.intake.source import Source


def test_a_letter_is_cut_out_of_its_file(tmp_path: Path) -> None:
    whole = letter(tmp_path, b"one\n\ntwo\n\nthree")
    part = Letter(whole.source, "two", 5, 3)
    with LetterFiles() as files:
        assert files.whole(part) == b"two"
        assert files.whole(whole) == b"one\n\ntwo\n\nthree"


def test_escaped_from_lines_are_freed_by_one_mark(tmp_path: Path) -> None:
    raw = b"Subject: x\n\n>From here\n>>From there\n> From quoted"
    plain = letter(tmp_path, raw)
    escaped = Letter(plain.source, "x", escaped=True)
    with LetterFiles() as files:
        assert files.whole(escaped) == b"Subject: x\n\nFrom here\n>From there\n> From quoted"
        assert files.whole(plain) == raw


def test_a_long_header_is_read_whole(tmp_path: Path) -> None:
    raw = b"Received: hop\n" * 3000 + b"Subject: x\n\n" + b"body" * 50000
    with LetterFiles() as files:
        assert b"Subject: x\n\n" in files.head(letter(tmp_path, raw))


def test_few_files_stay_open(tmp_path: Path) -> None:
    with LetterFiles() as files:
        for number in range(20):
            one = letter(tmp_path, b"Subject: x\n\n%d" % number, f"{number}.eml")
            assert files.whole(one).endswith(b"%d" % number)
        assert len(files._files) <= 8
    assert not files._files


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    gone = Letter(Source("gone.eml", tmp_path / "gone.eml"), "gone.eml")
    with LetterFiles() as files, pytest.raises(OSError, match="gone"):
        files.whole(gone)
