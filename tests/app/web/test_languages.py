"""The languages that pages speak are those that lie there, compiled."""

from __future__ import annotations

from pathlib import Path

from theirside.app.web.languages import translated


def test_what_is_compiled_is_spoken_under_its_own_name(tmp_path: Path) -> None:
    for code in ("de", "pt_BR", "xx"):
        (tmp_path / code / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "de" / "LC_MESSAGES" / "django.mo").touch()
    (tmp_path / "pt_BR" / "LC_MESSAGES" / "django.mo").touch()
    (tmp_path / "xx" / "LC_MESSAGES" / "django.po").touch()

    assert translated(tmp_path) == [("de", "Deutsch"), ("pt-br", "Português Brasileiro")]


def test_a_language_that_nobody_named_goes_by_its_code(tmp_path: Path) -> None:
    (tmp_path / "tlh" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "tlh" / "LC_MESSAGES" / "django.mo").touch()

    assert translated(tmp_path) == [("tlh", "tlh")]


def test_where_there_is_none_there_is_none(tmp_path: Path) -> None:
    assert translated(tmp_path / "missing") == []
