"""Being asked in: a link, a password, and then one's own way in."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from theirside.app import queries, services
from theirside.app.viewing import Role
from theirside.app.web.accounts import invitation

PASSWORD = "a salmon reads slowly"


@pytest.fixture
def link(store: object, settings: Settings) -> str:
    """Return the link by which Nora is asked in to a team."""
    settings.TEAM = True
    settings.LOGIN_URL = "account_login"
    return invitation(services.invite("nora@ours.example", Role.SELLER))


def test_a_member_chooses_a_password_and_is_in(link: str, client: Client) -> None:
    assert client.post(link, {"password": PASSWORD}).headers["Location"] == "/"
    assert client.get("/").status_code == 200
    assert queries.find_member("nora@ours.example").came


def test_a_link_serves_once(link: str, client: Client) -> None:
    client.post(link, {"password": PASSWORD})

    assert Client().get(link).status_code == 404


def test_a_weak_password_is_told_so(link: str, client: Client) -> None:
    response = client.post(link, {"password": "password"})

    assert "too short" in response.text
    assert not queries.find_member("nora@ours.example").came


def test_a_forged_link_is_none(link: str, client: Client) -> None:
    assert client.get(link[:-3] + "x/").status_code == 404


def test_they_come_in_again_with_address_and_password(link: str, client: Client) -> None:
    client.post(link, {"password": PASSWORD})
    again = Client()

    form = {"login": "nora@ours.example", "password": PASSWORD}
    assert again.post("/accounts/login/", form).headers["Location"] == "/"
    assert again.get("/").status_code == 200


def test_whoever_left_is_told_so_and_stays_out(link: str, client: Client) -> None:
    client.post(link, {"password": PASSWORD})
    services.let_go(queries.find_member("nora@ours.example").id)
    again = Client()

    form = {"login": "nora@ours.example", "password": PASSWORD}
    assert again.post("/accounts/login/", form).status_code == 403
    assert again.get("/").status_code == 302


def test_nobody_signs_up_by_themselves(link: str, client: Client) -> None:
    form = {"email": "eve@ours.example", "password1": PASSWORD, "password2": PASSWORD}
    client.post("/accounts/signup/", form)

    assert client.get("/").status_code == 302


def test_guessing_passwords_is_slowed_down(link: str, client: Client) -> None:
    client.post(link, {"password": PASSWORD})
    form = {"login": "nora@ours.example", "password": "wrong"}
    answers = {Client().post("/accounts/login/", form).status_code for _ in range(40)}

    assert 429 in answers or "Too many" in Client().post("/accounts/login/", form).text
