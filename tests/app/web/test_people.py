"""The page of people."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, SAM, mail, thread
from theirside.app.services import keep
from theirside.conversation import Side, Speaker


def test_everybody_stands_with_their_newest_stake_the_last_heard_first(seller: Client) -> None:
    page = seller.get("/people/").text

    assert page.index("Marit Haugland") < page.index("Sigrun Aas") < page.index("Torstein Bø")
    assert "I can&#x27;t be wrong twice in the same place" in page


@pytest.mark.parametrize("text", ["sigrun", "skarvøy", "maintenance sigrun", "SIGRUN AAS"])
def test_who_is_looked_for_is_found(seller: Client, text: str) -> None:
    page = seller.get("/people/", {"q": text}).text

    assert ("Sigrun Aas" in page) is (text != "maintenance sigrun")
    assert "Ruth Ferrand" not in page


def test_only_the_list_comes_where_only_the_list_changes(seller: Client) -> None:
    part = seller.get("/people/", {"q": "ruth"}, headers={"HX-Target": "found"}).text

    assert "Ruth Ferrand" in part
    assert "<html" not in part


def test_an_empty_workspace_says_how_people_come_in(empty: Client) -> None:
    assert "Nobody here yet" in empty.get("/people/").text
    assert "Nobody goes by" in empty.get("/people/", {"q": "nobody"}).text


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "2"])
def test_a_page_that_is_not_there_is_the_nearest(seller: Client, page: str) -> None:
    assert seller.get("/people/", {"page": page}).status_code == 200


def test_words_in_a_name_never_become_markup(empty: Client) -> None:
    who = Speaker("<b>Eve</b> Null", "eve@x.example", side=Side.THEIRS)
    keep(thread("t1", mail("<1@x>", who, "Hello.", SAM)))

    assert "<b>Eve" not in empty.get("/people/").text


def test_a_list_takes_as_many_queries_for_many_as_for_one(empty: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            empty.get("/people/")
        return len(captured)

    keep(thread("t1", mail("<1@x>", ANNA, "Hello.", SAM)))
    for_one = count()
    for number in range(12):
        who = Speaker(f"Per Son{number}", f"p{number}@x.example", side=Side.THEIRS)
        keep(thread(f"n{number}", mail(f"<n{number}@x>", who, "Hello.", SAM)))

    assert count() == for_one
