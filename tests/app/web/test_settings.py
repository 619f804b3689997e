"""The list of settings: each shows what they may set."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django.fixtures import Settings

from theirside.app import services
from theirside.app.viewing import Role


def test_alone_everything_may_be_set(empty: Client) -> None:
    page = empty.get("/settings/").text

    for name in ("us", "offer", "rules", "measures", "people", "accounts"):
        assert f'href="/settings/{name}/"' in page
        assert empty.get(f"/settings/{name}/").status_code == 200
    assert 'aria-current="page"' in page
    assert "You are in as" not in page


def test_a_seller_of_a_team_sets_nothing_here(
    store: object, client: Client, settings: Settings
) -> None:
    settings.TEAM = True
    user = get_user_model().objects.create_user("tom", "tom@ours.example", "pw")
    services.come_in(services.invite(user.email, Role.SELLER).id, user.pk)
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")

    page = client.get("/settings/").text
    assert "Nothing to set here for you" in page
    assert "You are in as tom@ours.example, seller." in page
    assert 'action="/accounts/logout/"' in page
    for name in ("us", "offer", "rules", "measures", "people", "accounts"):
        assert client.get(f"/settings/{name}/").status_code == 403
    assert client.post("/settings/us/", {"us": "x.example"}).status_code == 403
    assert client.post("/settings/rules/switch/", {"rule": "pressure"}).status_code == 403
    measure = {"measure": "talk_share", "on": "no"}
    assert client.post("/settings/measures/switch/", measure).status_code == 403
    assert client.post("/settings/people/x/forget/", {"name": "x"}).status_code == 403
    assert client.post("/settings/people/x/export/").status_code == 403
    assert client.post("/settings/people/old/", {"months": "1"}).status_code == 403
