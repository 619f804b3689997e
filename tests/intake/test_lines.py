"""Lines of text files come out right in every charset, and a stray byte spoils only its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.chat_reading import written
from theirside.intake import lines as lines_module
from theirside.intake.lines import lines


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_charsets(tmp_path: Path, charset: str) -> None:
    text = "Größe für Renée\r\nzwei Stück — für ein Jahr\n\ndrei"
    found = list(lines(written(tmp_path, text.encode(charset))))
    assert found == ["Größe für Renée", "zwei Stück — für ein Jahr", "", "drei"]


def test_a_stray_byte_spoils_only_its_line(tmp_path: Path) -> None:
    content = "Größe\n".encode() * 3 + b"caf\xe9\n" + "Größe\n".encode()
    assert list(lines(written(tmp_path, content))) == ["Größe"] * 3 + ["café", "Größe"]


def test_old_line_ends(tmp_path: Path) -> None:
    assert list(lines(written(tmp_path, "a\rb\r\nc"))) == ["a", "b", "c"]


def test_a_line_longer_than_memory_should_hold_comes_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_module, "LINE_BYTES", 4)
    assert list(lines(written(tmp_path, "abcdefghij\nx"))) == ["abcd", "efgh", "ij", "x"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=60) | st.binary(max_size=20).map(lambda tail: b"\xff\xfe" + tail))
def test_no_bytes_are_too_odd(tmp_path: Path, content: bytes) -> None:
    assert all("\n" not in line for line in lines(written(tmp_path, content)))
