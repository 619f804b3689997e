"""Words of data files in the page's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.utils import translation
from pytest_django.fixtures import Settings

from theirside.app.web.templatetags.showing import commands
from theirside.app.web.worded import all_worded, capitalised, worded


@pytest.fixture
def _german(tmp_path: Path, settings: Settings) -> None:
    made = Catalog(locale="de", charset="utf-8")
    made.add("talking", "reden")
    made.add("Run `theirside due`.", "Ruf `theirside due` auf.")
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, made)
    settings.LOCALE_PATHS = [tmp_path]


def test_english_stays_to_the_letter() -> None:
    assert worded("talking") == "talking"
    assert capitalised("talking") == "Talking"


@pytest.mark.usefixtures("_german")
def test_another_language_is_looked_up_and_what_lacks_stays_english() -> None:
    with translation.override("de"):
        assert (worded("talking"), capitalised("talking")) == ("reden", "Reden")
        assert all_worded(("talking", "listening")) == ("reden", "listening")
        assert commands("Run `theirside due`.") == "Ruf <code>theirside due</code> auf."


@pytest.mark.usefixtures("_german")
def test_nothing_stays_nothing() -> None:
    with translation.override("de"):
        assert worded("") == capitalised("") == ""
