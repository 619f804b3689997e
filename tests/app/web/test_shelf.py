"""The shelf's page: a note, a link, files; what sells is refused; taken off."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from theirside.app import queries

HERE = "/serve/shelf/"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEIRSIDE_OFFER", str(tmp_path / "offer.yaml"))


def test_a_note_a_link_and_a_file_are_put_there(empty: Client) -> None:
    empty.post(HERE, {"title": "The bee year", "text": "Month by month.", "tags": "bees, year"})
    empty.post(HERE, {"title": "Twelve tunes", "url": "https://t.example/12?utm_source=x"})
    file = SimpleUploadedFile("handover.md", b"# A shift's handover\n\nWho says what, and when.\n")
    page = empty.post(HERE, {"files": [file]}, follow=True).text

    held = {each.thing.title: each.thing for each in queries.shelf()}
    assert set(held) == {"The bee year", "Twelve tunes", "A shift's handover"}
    assert held["The bee year"].tags == ("bees", "year")
    assert held["Twelve tunes"].url == "https://t.example/12"
    assert held["A shift's handover"].source == "handover.md"
    assert "1 new thing on the shelf." in page


def test_the_same_again_is_told_and_adds_nothing(empty: Client) -> None:
    for _ in range(2):
        page = empty.post(HERE, {"title": "The bee year"}, follow=True).text

    assert "It was on the shelf already." in page
    assert len(queries.shelf()) == 1


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"title": " "}, "Nothing to keep"),
        ({"url": "https://t.example/12"}, "Say what the link is about"),
        ({"url": "javascript:alert(1)", "title": "Tunes"}, "The address does not work"),
    ],
)
def test_what_is_missing_is_told(empty: Client, said: dict[str, str], wrong: str) -> None:
    response = empty.post(HERE, said)

    assert response.status_code == 400
    assert wrong in response.text
    assert queries.shelf() == []


def test_what_sells_is_refused_and_kept_all_the_same_when_one_says_so(empty: Client) -> None:
    said = {"title": "Our autumn discount", "text": "Buy now and get 20% off until Friday."}

    page = empty.post(HERE, said).text
    assert "would sell them something" in page
    assert queries.shelf() == []
    page = empty.post(HERE, {**said, "anyway": "yes"}, follow=True).text

    assert [each.anyway for each in queries.shelf()] == [True]
    assert "kept all the same" in page


def test_a_file_that_it_does_not_know_is_named_with_why(empty: Client) -> None:
    page = empty.post(HERE, {"files": [SimpleUploadedFile("photo.bin", bytes(range(256)))]}).text

    assert "photo.bin: " in page
    assert "theirside-" not in page.partition("photo.bin")[0][-60:]


def test_a_file_s_name_leads_nowhere(empty: Client) -> None:
    evil = SimpleUploadedFile("x.md", b"# Bees\n\nA year.\n")
    vars(evil)["_name"] = "../../../evil.md"  # as a browser of ill will may send it

    empty.post(HERE, {"files": [evil]})

    assert [each.thing.title for each in queries.shelf()] == ["Bees"]


def test_a_thing_is_taken_off(empty: Client) -> None:
    empty.post(HERE, {"title": "The bee year"})
    [held] = queries.shelf()

    page = empty.post(f"{HERE}{held.thing.id}/remove/", follow=True).text

    assert "Off the shelf: The bee year" in page
    assert "The shelf is empty" in page
