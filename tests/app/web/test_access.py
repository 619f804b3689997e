"""Every page before a named cast: nobody is shown a word of a talk that is not theirs."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django.fixtures import Settings

from tests.app.talks import ANNA, SAM, mail, said, thread
from tests.app.web.test_urls import OPEN, patterns
from theirside.app import queries, services
from theirside.app.viewing import Role

WORDS = "The northern cellar floods whenever it thaws."
TALK = thread("annas", mail("1", ANNA, WORDS, SAM), subject="Thaw in the cellar")
SECRETS = re.compile("northern cellar|Thaw in the cellar|Anna Bauer|anna@brauhaus")
CAST = {
    "nora": Role.SELLER,
    "tom": Role.SELLER,
    "kari": Role.COACH,
    "ada": Role.ADMINISTRATOR,
    "outsider": None,
}


@pytest.fixture
def cast(store: object, settings: Settings) -> dict[str, Client]:
    """Return everybody with a browser that is in; the talk is Nora's."""
    settings.TEAM = True
    services.keep(TALK, [said(0, WORDS, "facet.pain")], "test-1")
    found = {}
    for name, role in CAST.items():
        user = get_user_model().objects.create_user(name, f"{name}@ours.example", "pw")
        if role is not None:
            services.come_in(services.invite(user.email, role).id, user.pk)
        found[name] = Client()
        found[name].force_login(user, "django.contrib.auth.backends.ModelBackend")
    nora = get_user_model().objects.get(username="nora")
    services.hold([TALK.id], queries.viewer_of(nora.pk))
    return found


def filled(path: str) -> str:
    """Return a path with Nora's talk and person in it."""
    person = queries.find_person("Anna").id
    return path.replace("/people/x/", f"/people/{person}/").replace(
        "/conversations/x/", f"/conversations/{TALK.id}/"
    )


def test_the_owner_sees_her_talk_where_it_belongs(cast: dict[str, Client]) -> None:
    assert SECRETS.search(cast["nora"].get("/conversations/annas/").text)
    assert SECRETS.search(cast["nora"].get("/people/").text)


@pytest.mark.parametrize("who", [name for name in CAST if name != "nora"])
def test_no_page_shows_it_to_anybody_else(cast: dict[str, Client], who: str) -> None:
    for name, path in patterns():
        if name in OPEN or path.startswith("/accounts/"):
            continue
        response = cast[who].get(filled(path))

        assert response.status_code in {200, 302, 400, 403, 404, 405}, (name, response.status_code)
        said = b"".join(response) if response.streaming else response.content
        assert not SECRETS.search(said.decode("utf-8", "replace")), name


@pytest.mark.parametrize("who", ["nora", "tom", "kari", "outsider"])
def test_accounts_are_the_administrators(cast: dict[str, Client], who: str) -> None:
    assert cast["ada"].get("/settings/accounts/").status_code == 200
    assert cast[who].get("/settings/accounts/").status_code == 403
    response = cast[who].post("/settings/accounts/ask-in/", {"email": "x@y.example"})
    assert response.status_code == 403
    assert len(queries.members()) == 4


def test_a_coach_is_shown_what_was_shared(cast: dict[str, Client]) -> None:
    nora = get_user_model().objects.get(username="nora")
    services.share(TALK.id, queries.viewer_of(nora.pk))

    assert SECRETS.search(cast["kari"].get("/conversations/annas/").text)
    assert not SECRETS.search(cast["tom"].get("/conversations/").text)
