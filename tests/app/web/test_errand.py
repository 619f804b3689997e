"""Long work from its button to its end: the page says how far it is, and what came of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from tests.app.talks import ANNA, SAM, mail, thread
from tests.app.web.conftest import enter
from tests.app.web.played_back import linked
from theirside.app import errands, models, queries, services
from theirside.app.web import background

TALK = thread("a", mail("1", ANNA, "The cellar floods.", SAM))


@pytest.fixture(autouse=True)
def _much(store: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take everything for much."""
    monkeypatch.setattr(errands, "MOST_TURNS", 0)
    monkeypatch.setattr(errands, "MOST_IN_STORE", 0)
    for module in ("queries.errands", "services.errands", "web.background"):
        monkeypatch.setattr(f"theirside.app.{module}.spool_folder", lambda: tmp_path / "spool")
    background.ending.clear()


def bring() -> int:
    number = services.begin_import(["x"], None)
    with services.bringing(number):
        services.keep(TALK)
    return number


def work() -> None:
    background.work(until_empty=True)
    assert not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()


def test_a_large_import_is_taken_back_in_the_background(client: Client) -> None:
    number = bring()
    enter(client)

    page = client.post(f"/add/imports/{number}/undo/", follow=True)

    assert "Taking the import back" in page.text
    assert "It waits for its turn" in page.text
    assert models.Turn.objects.count() == 1
    at = page.redirect_chain[-1][0]
    assert "hx-get" in client.get(at, headers={"HX-Request": "true"}).text

    work()
    page = client.get(at)
    assert "Taken back" in page.text
    assert "1 whole talks" in page.text
    assert "hx-get" not in page.text
    assert not models.Turn.objects.exists()


def test_somebody_is_forgotten_in_the_background(client: Client) -> None:
    bring()
    enter(client)
    anna = queries.find_person("anna").id

    wrong = client.post(f"/settings/people/{anna}/forget/", {"name": "Anna"}, follow=True)
    assert "Nothing changed" in wrong.text
    page = client.post(f"/settings/people/{anna}/forget/", {"name": "Anna Bauer"}, follow=True)
    assert "Forgetting them" in page.text
    assert "Forgetting them" in client.get("/settings/people/").text

    work()
    page = client.get(page.redirect_chain[-1][0])
    assert "Erased" in page.text
    assert "1 turn that they spoke or wrote" in page.text
    assert not models.Person.objects.exists()
    assert "Forgetting them" not in client.get("/settings/people/").text


def test_old_talks_go_in_the_background(client: Client) -> None:
    bring()
    enter(client)

    said = {"months": "1", "count": "1"}
    page = client.post("/settings/people/old/", said, follow=True)
    assert "Erasing old talks" in page.text

    work()
    assert "1 whole talks" in client.get(page.redirect_chain[-1][0]).text
    assert not models.Conversation.objects.exists()


def test_all_that_is_kept_is_gathered_and_handed_over(client: Client) -> None:
    bring()
    enter(client)
    anna = queries.find_person("anna").id

    page = client.post(f"/settings/people/{anna}/export/", follow=True)
    at = page.redirect_chain[-1][0]
    assert client.post(f"{at}file/").status_code == 404

    work()
    assert "lies ready" in client.get(at).text
    response = client.post(f"{at}file/")
    assert "attachment" in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "no-store"
    kept = json.loads(response.getvalue())
    assert "The cellar floods." in json.dumps(kept)


def test_what_went_wrong_can_be_taken_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("The cellar floods")

    number = bring()
    enter(client)
    at = client.post(f"/add/imports/{number}/undo/").headers["Location"]
    with monkeypatch.context() as patch:
        patch.setattr(services, "undo_import", fail)
        work()
    page = client.get(at).text
    assert "ValueError" in page
    assert "cellar" not in page

    client.post(f"{at}go-on/")
    work()
    assert "Taken back" in client.get(at).text


def test_a_customer_takes_out_what_is_held_by_their_link_alone(client: Client) -> None:
    link = linked()

    page = client.get(f"{link}held/", follow=True)
    at = page.redirect_chain[-1][0]
    assert "takes some minutes" in page.text

    work()
    assert "lies here for a day" in client.get(at).text
    response = client.post(f"{at}file/")
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "Anna Bauer" in response.getvalue().decode()
    public = at.rstrip("/").rpartition("/")[2]
    assert "Nothing of yours" in enter(Client()).get(f"/errands/{public}/").text


def test_a_customer_is_erased_and_sees_it_after_the_link_is_dead(client: Client) -> None:
    link = linked()

    page = client.post(f"{link}erase/", {"asked": "twice"}, follow=True)
    at = page.redirect_chain[-1][0]
    assert "You are being erased" in page.text

    work()
    page = client.get(at)
    assert "You are erased" in page.text
    assert "nothing was found" in page.text
    assert not re.search("Anna|Bauer", page.text)
    assert client.get(link).status_code == 404
    assert client.get("/c/erased/nothing/").status_code == 404


def test_a_customers_erasure_that_fails_is_seen_to(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("The cellar floods")

    enter(client)
    told = "A customer asked to be erased"
    assert told not in client.get("/").text
    at = Client().post(f"{linked()}erase/", {"asked": "twice"}).headers["Location"]
    with monkeypatch.context() as patch:
        patch.setattr(services, "forget", fail)
        work()

    assert "did not come to its end" in Client().get(at).text
    assert told in client.get("/").text
    page = client.get("/settings/people/").text
    assert "Anna Bauer asked by their link to be erased" in page
    assert "ValueError" in page
    assert "cellar" not in page
    public = at.rstrip("/").rpartition("/")[2]
    assert client.get(f"/settings/people/asked/{public}/again/").status_code == 405

    page = client.post(f"/settings/people/asked/{public}/again/", follow=True).text
    assert "begun anew" in page
    assert "asked by their link" not in page
    work()
    assert "You are erased" in Client().get(at).text
    assert told not in client.get("/").text


def test_what_is_left_of_a_customer_is_seen_to_by_hand(client: Client) -> None:
    enter(client)
    services.note_unerased("gone", traces=["note 3: text"])

    assert "note 3: text" in client.get("/settings/people/").text
    public = models.Errand.objects.get().public
    page = client.post(f"/settings/people/asked/{public}/seen-to/", follow=True).text

    assert "Noted as seen to" in page
    assert "note 3" not in page
