"""Saying who we are."""

from __future__ import annotations

from django.test import Client
from django_tasks_db.models import DBTaskResult

from tests.app.talks import ANNA, SAM, mail, thread
from theirside.app import models, queries, services


def test_what_is_said_is_kept_and_shown(empty: Client) -> None:
    empty.post("/settings/us/", {"us": "ours.example\nSam Reed, Kim Lind"})

    assert queries.workspace_us().names == {"Sam Reed", "Kim Lind"}
    assert "ours.example" in empty.get("/settings/us/").text
    assert not DBTaskResult.objects.exists()


def test_sides_change_and_talks_are_read_again(empty: Client) -> None:
    empty.post("/settings/us/", {"us": "ours.example"})
    services.keep(thread("a", mail("1", ANNA, "Hello", SAM)))

    page = empty.post("/settings/us/", {"us": "brauhaus.example"}, follow=True).text

    assert "change sides" in page
    assert models.Speaker.objects.get(email="anna@brauhaus.example").side == "ours"
    assert DBTaskResult.objects.count() == 1


def test_nobody_and_everybody_are_refused_and_what_was_typed_stays(empty: Client) -> None:
    for typed, said in (("", "at least one"), ("gmail.com", "gmail.com is everybody")):
        response = empty.post("/settings/us/", {"us": typed})
        assert response.status_code == 400
        assert said in response.text
        assert typed in response.text
    assert not queries.workspace_us()


def test_it_goes_on_where_it_came_from_but_never_elsewhere(empty: Client) -> None:
    there = empty.post("/settings/us/", {"us": "x.example", "next": "/add/"})
    away = empty.post("/settings/us/", {"us": "x.example", "next": "https://evil.example/"})

    assert there.headers["Location"] == "/add/"
    assert away.headers["Location"] == "/settings/us/"
