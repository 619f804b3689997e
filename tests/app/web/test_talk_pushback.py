"""Pushback in a talk: why it makes sense stands before any reply."""

from __future__ import annotations

from django.test import Client

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app.services import keep

HX = {"HX-Request": "true"}
PRICE = "That is too dear for us."
BUDGET = "Our budget is frozen until June."


def fill() -> None:
    talk = thread(
        "m",
        mail("<1@x>", ANNA, BUDGET, SAM),
        mail("<2@x>", ANNA, PRICE, SAM, hours=1),
        mail("<3@x>", SAM, "I see. What would be possible?", ANNA, hours=2),
        mail("<4@x>", ANNA, "Half of it would be.", SAM, hours=3),
    )
    found = [said(0, BUDGET, "facet.constraint"), said(1, PRICE, "pushback.price")]
    keep(talk, [*found, said(2, "I see.", "acknowledge")], "test-1")


def test_reasons_come_before_what_we_did_and_what_one_can_say(empty: Client) -> None:
    fill()

    page = empty.get("/conversations/m/pushback/").text

    order = [
        PRICE,
        "Why it makes sense",
        BUDGET,
        "What we did, and what came of it",
        "What one can honestly say",
    ]
    places = [page.index(each) for each in order]
    assert places == sorted(places)
    assert 'id="p-1"' in page
    assert 'href="/conversations/m/#t-0"' in page


def test_in_the_talk_only_that_turn_s_is_opened(empty: Client) -> None:
    fill()

    there = empty.get("/conversations/m/pushback/1/", headers=HX).text
    none = empty.get("/conversations/m/pushback/0/", headers=HX).text

    assert "Why it makes sense" in there
    assert "<html" not in there
    assert "reads as no pushback" in none


def test_without_scripts_it_leads_to_the_page(empty: Client) -> None:
    fill()

    response = empty.get("/conversations/m/pushback/1/")

    assert response.headers["Location"] == "/conversations/m/pushback/#p-1"


def test_none_is_an_answer_that_teaches(empty: Client) -> None:
    keep(thread("m", mail("<1@x>", BEN, "Good.", SAM)), [], "test-1")

    assert "No pushback was heard here" in empty.get("/conversations/m/pushback/").text


def test_the_sample_s_pushback_is_shown(seller: Client) -> None:
    page = seller.get("/conversations/mail-62da325de4b7a848e2ef56220f40ead4/pushback/").text

    assert "Anneliese Roth" in page
