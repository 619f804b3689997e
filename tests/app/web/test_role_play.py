"""Role-play on pages: begun, gone on with, ended, looked back on, taken up again, erased."""

from __future__ import annotations

from django.test import Client

from theirside.app import queries, rehearsing
from theirside.purpose.chairs.session import Chair

ASKED = "How do you go about the rounds today?"


def begun(client: Client, chair: str = "seller") -> str:
    """Begin a rehearsal with Sigrun; return its path."""
    answer = client.post("/purpose/role-play/begin/", {"to": "Sigrun", "chair": chair})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def test_nobody_to_rehearse_with_teaches(empty: Client) -> None:
    assert "Nobody to sit across from yet" in empty.get("/purpose/role-play/").text


def test_a_chat_without_scripts(seller: Client) -> None:
    path = begun(seller)
    page = seller.post(f"{path}say/", {"text": ASKED}, follow=True).text

    assert ASKED in page
    [kept] = rehearsing.past()
    after = queries.rehearsal(kept.code)
    said = [line for each in after.exchanges for line in each.lines if line.quote is not None]
    assert said, "she told nothing"
    assert said[0].quote is not None
    assert f"/conversations/{said[0].quote.conversation}/" in page
    assert f"{after.state.trust} of 10" in page


def test_in_place_only_the_chat_comes(seller: Client) -> None:
    path = begun(seller)
    answer = seller.post(f"{path}say/", {"text": ASKED}, headers={"HX-Request": "true"}).text

    assert "<!doctype" not in answer
    assert ASKED in answer


def test_saying_nothing_changes_nothing(seller: Client) -> None:
    path = begun(seller)
    page = seller.post(f"{path}say/", {"text": "  "}, follow=True).text

    assert "Say something first" in page
    assert rehearsing.past()[0].replies == 0


def test_ended_looked_back_on_and_taken_up_again(seller: Client) -> None:
    path = begun(seller)
    seller.post(f"{path}say/", {"text": ASKED})
    back = seller.post(f"{path}end/", follow=True).text
    assert "What may have gone on in them" in back
    assert "asked an open question" in back
    assert "Look back on it" in seller.get(path).text

    on = seller.post(f"{path}on/", follow=True).text

    assert "What you say" in on
    assert rehearsing.past()[0].end == ""


def test_the_other_chair(seller: Client) -> None:
    path = begun(seller, "customer")
    page = seller.get(path).text

    assert "You are Sigrun Aas" in page
    assert rehearsing.past()[0].chair is Chair.CUSTOMER


def test_erased_for_good(seller: Client) -> None:
    path = begun(seller)
    assert "Sigrun Aas" in seller.get("/purpose/role-play/").text

    seller.post(f"{path}erase/")

    assert rehearsing.past() == []
    assert seller.get(path).status_code == 404


def test_nobody_of_that_name_is_told(seller: Client) -> None:
    page = seller.post("/purpose/role-play/begin/", {"to": "Zebedee"}, follow=True).text

    assert "no such person" in page
    assert rehearsing.past() == []


def test_what_is_said_is_escaped(seller: Client) -> None:
    path = begun(seller)

    assert "<i>x" not in seller.post(f"{path}say/", {"text": "<i>x</i>?"}, follow=True).text
