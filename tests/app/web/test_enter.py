"""Coming in by the one-time link."""

from __future__ import annotations

from django.test import Client

from theirside.app.web.entry import new_token


def test_a_link_lets_in_once(store: object, client: Client) -> None:
    link = f"/enter/{new_token()}/"

    assert client.get(link).headers["Location"] == "/"
    assert client.get("/").status_code == 200
    assert Client().get(link).status_code == 403


def test_a_wrong_link_says_where_to_find_the_right_one(store: object, client: Client) -> None:
    response = client.get("/enter/nothing-known/")

    assert response.status_code == 403
    assert "theirside web" in response.text


def test_whoever_is_in_already_is_led_on(empty: Client) -> None:
    assert empty.get("/enter/whatever/").headers["Location"] == "/"
