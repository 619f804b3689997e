"""CSV tables: what read-later services and people write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.shelf.reading import things, written
from theirside.intake.shelf import entry
from theirside.intake.shelf.formats import table
from theirside.intake.shelf.thing import ThingKind


@pytest.mark.parametrize(
    "text",
    [
        "title,url,time_added,tags,status\nBees,https://b.example/1,1600000000,north|honey,unread\n",
        'URL,Title,Selection,Folder\nhttps://b.example/1,Bees,,"north,honey"\n',
        "id;title;note;url;folder;tags\n1;Bees;;https://b.example/1;north;honey\n",
        "\ufeffTitle\tLink\tTags\nBees\thttps://b.example/1\tnorth, honey\n",
    ],
)
def test_what_others_export_is_read(tmp_path: Path, text: str) -> None:
    source = written(tmp_path, "a.csv", text)
    assert table.recognises(source) > 0.5
    [found], report = things(table, source)
    assert (found.title, found.url, found.tags) == (
        "Bees",
        "https://b.example/1",
        ("north", "honey"),
    )
    assert report.found == 1


def test_a_row_without_an_address_is_a_note_and_an_empty_one_nothing(tmp_path: Path) -> None:
    text = 'title,note\nBees,"In May\nthey swarm."\n,\nhttps://x.example,\n'
    found, report = things(table, written(tmp_path, "a.csv", text))
    assert (found[0].kind, found[0].title) == (ThingKind.NOTE, "Bees")
    assert found[0].text == "In May\nthey swarm."
    assert report.found == 2


def test_rows_that_say_nothing_are_skipped_by_their_number(tmp_path: Path) -> None:
    text = "title,url\nBees,https://b.example\nhttps://c.example,https://c.example\nWool,none\n"
    _, report = things(table, written(tmp_path, "a.csv", text))
    assert [(each.item, each.reason) for each in report.skipped] == [
        ("a.csv row 3", entry.NO_TITLE),
        ("a.csv row 4", entry.NO_ADDRESS),
    ]


def test_a_table_of_messages_is_not_its_own(tmp_path: Path) -> None:
    assert table.recognises(written(tmp_path, "a.csv", "from,to,date\na,b,c\n")) == 0
