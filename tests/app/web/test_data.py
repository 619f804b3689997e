"""People's data: given, forgotten, let go."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django.fixtures import Settings

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import models, queries, services
from theirside.app.viewing import Role

TALK = thread("a", mail("1", ANNA, "The cellar floods.", SAM), subject="Secret cellar")
OTHER = thread("b", mail("2", BEN, "Anna Bauer knows.", SAM))


@pytest.fixture
def admin(store: object, client: Client, settings: Settings) -> Client:
    """Return an administrator's browser; the talks are a seller's."""
    settings.TEAM = True
    for talk in (TALK, OTHER):
        services.keep(talk)
    seller = get_user_model().objects.create_user("nora", "nora@ours.example", "pw")
    services.come_in(services.invite(seller.email, Role.SELLER).id, seller.pk)
    services.hold(["a", "b"], queries.viewer_of(seller.pk))
    user = get_user_model().objects.create_user("ada", "ada@ours.example", "pw")
    services.come_in(services.invite(user.email, Role.ADMINISTRATOR).id, user.pk)
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def test_who_asks_is_found_whoever_holds_their_talks(admin: Client) -> None:
    page = admin.get("/settings/people/", {"who": "anna"}).text

    assert "anna@brauhaus.example" in page
    assert "cellar" not in page
    assert "no such person" in admin.get("/settings/people/", {"who": "zeno"}).text


def test_all_that_is_kept_comes_as_a_file(admin: Client) -> None:
    anna = queries.find_person("anna").id

    response = admin.post(f"/settings/people/{anna}/export/")

    assert "attachment" in response.headers["Content-Disposition"]
    assert "The cellar floods." in json.dumps(json.loads(response.content))


def test_all_that_is_kept_comes_as_text_to_read(admin: Client) -> None:
    anna = queries.find_person("anna").id
    assert 'value="text"' in admin.get("/settings/people/", {"who": "anna"}).text

    response = admin.post(f"/settings/people/{anna}/export/", {"as": "text"})

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"
    assert f'filename="everything-{anna}.txt"' in response.headers["Content-Disposition"]
    lines = response.text.splitlines()
    assert lines[0] == "All that is kept about Anna Bauer"
    assert "    The cellar floods." in lines
    assert lines.count("Address: anna@brauhaus.example") == 1


def test_forgetting_wants_the_name_typed(admin: Client) -> None:
    anna = queries.find_person("anna").id

    wrong = admin.post(f"/settings/people/{anna}/forget/", {"name": "Anna"}, follow=True)
    assert "Nothing changed" in wrong.text
    assert models.Turn.objects.count() == 2

    right = admin.post(f"/settings/people/{anna}/forget/", {"name": " anna bauer "}, follow=True)
    assert "Erased" in right.text
    assert "Still mentioned" not in right.text
    assert "Anna" not in models.Turn.objects.get().text


def test_old_talks_are_listed_without_their_words_and_go_when_confirmed(admin: Client) -> None:
    page = admin.get("/settings/people/", {"months": "1"}).text
    assert "Secret" not in page
    assert 'name="count" value="2"' in page

    stale = admin.post("/settings/people/old/", {"months": "1", "count": "7"}, follow=True)
    assert "changed meanwhile" in stale.text
    assert models.Conversation.objects.count() == 2

    done = admin.post("/settings/people/old/", {"months": "1", "count": "2"}, follow=True)
    assert "2 talks" in done.text
    assert not models.Conversation.objects.exists()


def test_none_so_old_is_said(admin: Client) -> None:
    assert "None so old" in admin.get("/settings/people/", {"months": "600"}).text
