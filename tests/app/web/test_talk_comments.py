"""Comments on a turn, with scripts and without."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.app.talks import ANNA, SAM, call
from theirside.app import queries
from theirside.app.services import comment, keep
from theirside.app.viewing import Role, Viewer
from theirside.app.web import authors

HX = {"HX-Request": "true"}


@pytest.fixture
def talk(empty: Client) -> Client:
    """Return a browser that is in, on a workspace with one talk."""
    keep(call("c1", (SAM, "How are you?"), (ANNA, "Worried, to be honest.")), [], "test-1")
    return empty


def texts() -> list[str]:
    return [each.text for each in queries.comments_in("c1")]


def test_without_scripts_it_is_a_page_a_form_and_the_way_back(talk: Client) -> None:
    assert "Worried, to be honest." in talk.get("/conversations/c1/comments/1/").text

    response = talk.post("/conversations/c1/comments/1/", {"text": "Stay with this."})

    assert response.headers["Location"] == "/conversations/c1/#t-1"
    assert texts() == ["Stay with this."]
    page = talk.get("/conversations/c1/").text
    assert "Stay with this." in page
    assert "You, " in page


def test_in_place_the_turn_answers_with_its_comments(talk: Client) -> None:
    form = talk.get("/conversations/c1/comments/1/", headers=HX).text
    assert "<html" not in form
    assert 'hx-target="#on-1"' in form

    answer = talk.post("/conversations/c1/comments/1/", {"text": "Stay."}, headers=HX).text

    assert "Stay." in answer
    assert "<html" not in answer


def test_nothing_written_is_nothing_kept(talk: Client) -> None:
    talk.post("/conversations/c1/comments/1/", {"text": "   "})

    assert texts() == []


def test_one_s_own_can_be_changed_and_erased(talk: Client) -> None:
    mine = comment("c1", 1, "Frist.", author="me")
    change = f"/conversations/c1/comments/change/{mine}/"

    assert "Frist." in talk.get(change).text
    assert "Frist." in talk.get(change, headers=HX).text
    talk.post(change, {"text": "First."})
    assert texts() == ["First."]
    assert "changed since" in talk.get("/conversations/c1/").text

    response = talk.post(f"/conversations/c1/comments/drop/{mine}/", follow=True)
    assert texts() == []
    assert "The comment is gone." in response.text


def test_somebody_else_s_can_be_read_only(talk: Client) -> None:
    hers = comment("c1", 1, "Well done.", author="cora", name="Cora Lindt")

    page = talk.get("/conversations/c1/").text

    assert "Cora Lindt, " in page
    assert f"comments/change/{hers}/" not in page
    for path in ("change", "drop"):
        response = talk.post(f"/conversations/c1/comments/{path}/{hers}/", {"text": "x"})
        assert response.status_code == 404
    assert texts() == ["Well done."]


def test_erasing_asks_for_a_post(talk: Client) -> None:
    mine = comment("c1", 1, "First.", author="me")

    assert talk.get(f"/conversations/c1/comments/drop/{mine}/").status_code == 405
    assert texts() == ["First."]


def test_a_turn_that_is_not_there_is_said(talk: Client) -> None:
    assert talk.get("/conversations/c1/comments/9/").status_code == 404


@pytest.mark.parametrize("headers", [{}, HX])
def test_what_is_nobodys_to_keep_comes_back_with_the_reason(
    talk: Client, headers: dict[str, str]
) -> None:
    text = "Only in June, Anna is off for surgery."

    response = talk.post("/conversations/c1/comments/1/", {"text": text}, headers=headers)

    assert texts() == []
    assert "never kept" in response.text
    assert f"{text}</textarea>" in response.text, "so that it can be said otherwise"
    if headers:
        assert response.headers["HX-Retarget"] == "#write-1"


def test_it_is_shown_under_the_name_of_who_wrote_it_in_a_team(
    talk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(authors, "viewer", lambda: Viewer(7, Role.COACH, "Kari Lie"))
    talk.post("/conversations/c1/comments/1/", {"text": "Stay."})

    [kept] = queries.comments_in("c1")
    assert (kept.author, kept.name) == ("member-7", "Kari Lie")
    monkeypatch.setattr(authors, "viewer", lambda: Viewer(8, Role.SELLER, "Tom"))
    assert "Kari Lie, " in talk.get("/conversations/c1/").text
