"""The page of a person."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.html import escape

from tests.app.talks import ANNA, SAM, mail, said, thread
from theirside.app import queries
from theirside.app.services import keep
from theirside.app.understanding import understood

STAKE = "If it slips I explain it to the board."


def sigrun() -> str:
    return queries.find_person("Sigrun").id


@pytest.fixture
def page(seller: Client) -> str:
    return seller.get(f"/people/{sigrun()}/").text


def test_every_current_statement_stands_on_the_page_once(page: str) -> None:
    it, _ = understood(queries.find_person("Sigrun"))

    ids = re.findall(r'<li class="statement[^"]*" id="s-(\w+)"', page)
    assert sorted(ids) == sorted(each.id for each in it.current)


def test_what_is_at_stake_comes_before_everything_else(page: str) -> None:
    it, _ = understood(queries.find_person("Sigrun"))
    stake = next(each for each in it.current if each.facet == "stake")

    assert re.findall(r'id="s-(\w+)"', page)[0] == stake.id


def test_a_sentence_that_tells_of_two_facets_stands_in_full_once(page: str) -> None:
    words = escape("My goal is less than one stop a month by September, that's the number")

    assert page.count(f'<span class="known"><q>{words}') == 1
    assert "as above" in page


def test_beliefs_that_are_not_so_stand_beside_the_facts(page: str) -> None:
    at = page.index("What they believe that isn't so")

    assert "works offline for up to" in page[at:]
    assert "in the States" not in page[:at]


def test_what_waits_leads_to_where_it_stands(page: str) -> None:
    anchors = re.findall(r'href="#([\w-]+)"', page)

    for anchor in ("repairs", "holes", "ask", "their-situation", "promises", "pushback"):
        assert anchor in anchors
        assert f'id="{anchor}"' in page


def test_every_quote_leads_to_the_talk_around_it(seller: Client, page: str) -> None:
    links = re.findall(r'hx-get="(/around/[^"]+)"', page)

    assert len(links) > 40
    assert "<mark>" in seller.get(links[0], headers={"HX-Request": "true"}).text


def test_a_guess_and_the_view_of_another_are_told_as_such(page: str) -> None:
    assert "is-inferred" in page
    assert "we think" in page
    assert "says Marit Haugland" in page
    assert "as they tell it of her" in page


def test_somebody_unknown_is_a_page_that_says_so(seller: Client) -> None:
    response = seller.get("/people/nobody-at-all/")

    assert response.status_code == 404
    assert "no such person" in response.text


def test_somebody_who_said_nothing_yet_has_questions_instead(empty: Client) -> None:
    keep(thread("t1", mail("<1@x>", ANNA, "Hello.", SAM)), [], "test-1")
    page = empty.get(f"/people/{queries.find_person('Anna').id}/").text

    assert "Nothing yet that they have said themselves" in page
    assert "We don't know yet." in page
    assert "What to ask next" in page


def test_words_never_become_markup(empty: Client) -> None:
    words = "<script>alert(1)</script> hangs on it for me."
    keep(thread("t1", mail("<1@x>", ANNA, words, SAM)), [said(0, words, "facet.stake")], "test-1")
    page = empty.get(f"/people/{queries.find_person('Anna').id}/").text

    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_what_was_told_anew_says_until_when_the_old_held(empty: Client) -> None:
    old, new = "The budget is frozen until March.", "The budget is frozen until May."
    first, second = mail("<1@x>", ANNA, old, SAM), mail("<2@x>", ANNA, new, SAM, hours=900)
    labels = [said(0, old, "facet.constraint"), said(1, new, "facet.constraint")]
    keep(thread("t1", first, second), labels, "test-1")
    it, _ = understood(queries.find_person("Anna"))
    assert [each.statement for each in it.current] == [new]

    page = empty.get(f"/people/{it.person.id}/").text
    assert old in page
    assert "until 8 Apr 2026" in page
