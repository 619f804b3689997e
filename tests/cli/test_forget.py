"""``theirside forget``: erased, and proved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_it_asks_first_and_no_leaves_everything(sample: Run) -> None:
    ran = sample("forget", "ruth", stdin="n\n")
    assert ran.code == 1
    assert "Nothing changed" in ran.out
    assert sample("brief", "ruth").code == 0


def test_nothing_of_the_person_is_left(sample: Run, tmp_path: Path) -> None:
    [address] = sample("export", "ruth", "--json").json["person"]["emails"]
    ran = sample("forget", "ruth", "--yes")
    assert ran.code == 0
    assert "nothing was found" in ran.out
    assert sample("brief", "ruth").code == 1
    data = (tmp_path / "data" / "theirside.sqlite3").read_bytes()
    assert address.encode() not in data
    assert b"Ruth Ferrand" not in data


def test_a_later_import_does_not_bring_the_person_back(sample: Run) -> None:
    from theirside import sample as workspace

    sample("forget", "ruth", "--yes")
    report = sample("add", workspace.folder() / "mail", "--json").json
    assert sample("brief", "ruth").code == 1
    assert report["found"] == report["kept"] + len(report["skipped"])
    assert "with somebody who asked to be forgotten" in {
        each["reason"] for each in report["skipped"]
    }


def test_what_others_said_is_found_by_meaning_at_once(sample: Run) -> None:
    from theirside.app import models

    def uncoded() -> int:
        return models.Conversation.objects.filter(meaning=None).count()

    before = models.Meaning.objects.count()
    ran = sample("forget", "ruth", "--yes")

    assert uncoded() == 0
    assert 0 < models.Meaning.objects.count() <= before
    assert "read --again" not in ran.out + sample("search", "board").out


def test_where_that_takes_long_it_is_said_what_to_run(
    sample: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("theirside.app.recoding.MOST_TURNS", 0)

    assert "can be searched by words only until `theirside read --again`" in " ".join(
        sample("forget", "ruth", "--yes").out.split()
    )
    assert "could be looked through by words only" in sample("search", "board").out
