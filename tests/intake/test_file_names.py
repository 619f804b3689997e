"""Names from outside become safe paths, clutter is told, and every name can be shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from theirside.intake.file_names import is_clutter, printable, safe_path

TEXT = b"Dana: we lose a day a week to this."


@pytest.mark.parametrize("name", ["x" * 300, "/".join(["folder"] * 400), "ü" * 150, "a\nb\x00c"])
def test_names_too_long_or_odd_for_a_disk_are_shortened(tmp_path: Path, name: str) -> None:
    path = safe_path(tmp_path, name)
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(TEXT)
    assert path.is_relative_to(tmp_path)


@pytest.mark.parametrize(
    ("name", "clutter"),
    [
        ("a/b.txt", False),
        ("./a.txt", False),
        ("__MACOSX/a.txt", True),
        ("a/.DS_Store", True),
        (".git/config", True),
        ("Mail/.Sent/cur/1:2,S", False),
        ("Mail/cur/.keep", True),
    ],
)
def test_clutter_is_told_by_its_name(name: str, clutter: bool) -> None:
    assert is_clutter(name) is clutter


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40) | st.lists(st.sampled_from(["..", ".", "a", ""])).map("/".join))
def test_no_name_leads_out(tmp_path: Path, name: str) -> None:
    path = safe_path(tmp_path, name)
    if path is not None:
        assert tmp_path in Path(os.path.normpath(path)).parents


@given(st.binary(max_size=20))
def test_every_name_can_be_shown(raw: bytes) -> None:
    shown = printable(os.fsdecode(raw))
    assert len(shown.encode()) >= len(shown)
    assert not any(ord(char) < 32 for char in shown)
