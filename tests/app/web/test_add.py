"""Handing conversations over, and what becomes of them in the background."""

from __future__ import annotations

import stat
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from theirside.app import models, queries, services
from theirside.app.arriving import read_arrival
from theirside.app.places import spool_folder
from theirside.app.web import background
from theirside.intake.us import Us

MAIL = b"""From: Anna Bauer <anna@brauhaus.example>
To: Sam Reed <sam@ours.example>
Subject: Cellar
Message-ID: <1@brauhaus.example>
Date: Mon, 2 Mar 2026 09:00:00 +0000

The cellar floods whenever it thaws.
"""
CALL = b"Dana: What would it cost?\nRobin: We will see.\nDana: The board asks.\n"


@pytest.fixture
def ready(empty: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Return a browser on a workspace that knows who we are."""
    for module in ("services.arrivals", "web.views.add", "arriving", "web.background"):
        monkeypatch.setattr(f"theirside.app.{module}.spool_folder", lambda: tmp_path / "spool")
    services.add_us(Us.of("ours.example"))
    background.ending.clear()
    return empty


def file(name: str, content: bytes) -> BytesIO:
    it = BytesIO(content)
    it.name = name
    return it


def hand_over(client: Client, *files: BytesIO) -> str:
    response = client.post("/add/", {"files": list(files)})
    assert response.status_code == 302, response.text
    return response.headers["Location"]


def test_on_an_empty_workspace_it_asks_who_we_are_first(empty: Client) -> None:
    page = empty.get("/add/").text

    assert "First: who are we?" in page
    assert 'type="file"' not in page


def test_what_is_handed_over_comes_in(ready: Client, tmp_path: Path) -> None:
    place = hand_over(ready, file("anna.eml", MAIL))
    assert "waits for its turn" in ready.get(place).text
    spool = next(each for each in (tmp_path / "spool").iterdir() if each.is_dir())
    assert stat.S_IMODE(spool.stat().st_mode) == 0o700
    assert [each.name for each in spool.iterdir()] == ["anna.eml"]

    background.work(until_empty=True)

    page = ready.get(place).text
    assert "Anna Bauer" in page
    assert "hx-trigger" not in page
    assert not spool.exists()
    assert models.Conversation.objects.get().source == "anna.eml"
    assert "anna.eml" in ready.get("/add/").text


def test_the_queue_holds_no_words(ready: Client) -> None:
    hand_over(ready, file("anna.eml", MAIL), file("odd.bin", b"\x00\x01"))
    background.work(until_empty=True)

    row = DBTaskResult.objects.get()
    assert row.status == "SUCCESSFUL"
    assert "cellar" not in repr((row.args_kwargs, row.return_value, row.traceback)).casefold()
    account = queries.accounts()[0]
    assert (account.kept, account.skipped) == (1, 1)


def test_unfinished_work_is_taken_up_again(ready: Client) -> None:
    place = hand_over(ready, file("anna.eml", MAIL))
    DBTaskResult.objects.update(status="RUNNING")  # as a killed worker leaves it
    models.Arrival.objects.update(state="reading")

    background.work(until_empty=True)

    assert "Anna Bauer" in ready.get(place).text


def test_the_end_of_the_process_gives_the_work_back(ready: Client) -> None:
    hand_over(ready, file("anna.eml", MAIL), file("call.txt", CALL))
    public = models.Arrival.objects.get().public

    assert not read_arrival(public, lambda: True)

    assert models.Arrival.objects.get().state == "waiting"
    assert models.Conversation.objects.count() == 1
    background.work(until_empty=True)
    assert models.Arrival.objects.get().state == "done"
    assert models.Conversation.objects.count() == 2
    assert len(queries.accounts()) == 1


def test_it_can_be_stopped_and_go_on(ready: Client) -> None:
    place = hand_over(ready, file("anna.eml", MAIL))
    ready.post(f"{place}stop/")
    background.work(until_empty=True)
    assert "stopped; it can go on" in ready.get(place).text
    assert not models.Conversation.objects.exists()

    ready.post(f"{place}go-on/")
    background.work(until_empty=True)

    assert "Anna Bauer" in ready.get(place).text


def test_files_can_be_removed_unread(ready: Client, tmp_path: Path) -> None:
    place = hand_over(ready, file("anna.eml", MAIL))
    ready.post(f"{place}stop/")
    ready.post(f"{place}drop/")

    assert not models.Arrival.objects.exists()
    assert not [each for each in (tmp_path / "spool").iterdir() if each.is_dir()]


def test_a_mistake_is_told_and_ends_nothing_else(
    ready: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError("The cellar floods")

    with monkeypatch.context() as patch:
        patch.setattr("theirside.app.arriving.import_all", fail)
        place = hand_over(ready, file("anna.eml", MAIL))
        background.work(until_empty=True)
    page = ready.get(place).text
    assert "ZeroDivisionError" in page
    assert "floods" not in page

    ready.post(f"{place}go-on/")
    background.work(until_empty=True)
    assert "Anna Bauer" in ready.get(place).text


def test_nothing_chosen_is_told(ready: Client) -> None:
    response = ready.post("/add/", {}, follow=True)

    assert "Nothing was chosen" in response.text
    assert not models.Arrival.objects.exists()


def test_parcels_of_one_handing_over_make_one_arrival(ready: Client) -> None:
    scripted = {"X-Scripted": "1"}
    first = ready.post(
        "/add/?more=1", {"at:mail%2Fanna.eml": file("anna.eml", MAIL)}, headers=scripted
    )
    public = first.json()["arrival"]
    last = ready.post(
        f"/add/?arrival={public}", {"at:calls%2Fx.txt": file("x.txt", CALL)}, headers=scripted
    )

    assert last.json()["at"] == f"/add/arriving/{public}/"
    assert queries.arrival(public).names == ("calls/x.txt", "mail/anna.eml")
    again = ready.post(f"/add/?arrival={public}", {"files": [file("y.txt", CALL)]})
    assert again.status_code == 400


def test_paths_lead_nowhere_else(ready: Client, tmp_path: Path) -> None:
    ready.post(
        "/add/?more=1",
        {"at:..%2F..%2F..%2Fetc%2Fpasswd": file("p", b"x"), "at:%2Fabs%2Fa": file("a", b"x")},
    )

    found = {str(each.relative_to(tmp_path)) for each in tmp_path.rglob("*") if each.is_file()}
    public = models.Arrival.objects.get().public
    assert f"spool/{public}/etc/passwd" in found
    assert f"spool/{public}/abs/a" in found


def test_too_much_is_refused_before_it_is_read(ready: Client) -> None:
    response = ready.post("/add/", {"files": [file("a", b"x")]}, CONTENT_LENGTH=str(5 * 1024**3))

    assert response.status_code == 400
    assert "4 GB at once is the limit" in response.text
    assert not models.Arrival.objects.exists()


def test_no_file_without_the_proof_that_the_page_sent_it(ready: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = ready.cookies

    assert strict.post("/add/", {"files": [file("anna.eml", MAIL)]}).status_code == 403
    assert not DBTaskResult.objects.exists()


def test_unknown_sides_are_asked_and_told(ready: Client) -> None:
    place = hand_over(ready, file("call.txt", CALL))
    background.work(until_empty=True)
    page = ready.get(place).text
    assert "Whose side are they on?" in page
    assert "What would it cost?" in page
    talk = models.Conversation.objects.get().key

    ready.post(
        "/add/sides/",
        {"conversation": talk, "name": ["Dana", "Robin"], "side-0": "theirs", "side-1": "ours"},
    )

    assert queries.unknown_speakers() == []
    assert queries.find_person("Dana")
    background.work(until_empty=True)
    assert models.Conversation.objects.get().reader


def test_an_import_is_undone_after_being_asked(ready: Client) -> None:
    hand_over(ready, file("anna.eml", MAIL))
    background.work(until_empty=True)
    number = queries.accounts()[0].number
    assert "Undo this import" in ready.get(f"/add/imports/{number}/").text
    assert models.Turn.objects.exists()

    ready.post(f"/add/imports/{number}/undo/")

    assert not models.Turn.objects.exists()
    assert "taken back" in ready.get("/add/").text
    assert "Undo this import" not in ready.get(f"/add/imports/{number}/").text


def test_the_spool_lies_beside_the_database(store: object) -> None:
    assert spool_folder().name == "spool"


def test_a_note_names_the_file_and_not_where_it_lay(seller: Client) -> None:
    page = seller.get("/add/imports/1/").text

    assert "<li>WhatsApp Chat with Callum Dyer.txt: dates read as day/month" in page
