"""The page of search."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, SAM, mail, thread
from theirside.app import services


def test_hits_are_quotes_that_lead_into_their_talk(empty: Client) -> None:
    services.keep(thread("a", mail("1", ANNA, "The <b>board</b> decides.", SAM)))

    page = empty.get("/search/", {"q": "board"}).text

    assert "<mark>board</mark>" in page
    assert "&lt;b&gt;" in page
    assert "/conversations/a/?at=0#t-0" in page
    assert "Anna Bauer" in page


def test_nothing_found_and_nothing_asked_teach(empty: Client) -> None:
    assert "Nobody said that" in empty.get("/search/", {"q": "unheard"}).text
    assert "Their words, all of them" in empty.get("/search/").text


def test_filters_that_make_no_sense_are_told(empty: Client) -> None:
    assert "no such person" in empty.get("/search/", {"q": "x", "person": "nobody"}).text
    assert "A day looks like" in empty.get("/search/", {"q": "x", "since": "soon"}).text


def test_pages_keep_the_filters(empty: Client) -> None:
    turns = [mail(str(n), ANNA, f"Sensor {n}", SAM, hours=n) for n in range(25)]
    services.keep(thread("a", *turns))

    first = empty.get("/search/", {"q": "sensor", "side": "theirs"}).text
    second = empty.get("/search/", {"q": "sensor", "side": "theirs", "page": "2"}).text

    assert "q=sensor&amp;side=theirs&amp;page=2" in first
    assert first.count('class="hit theirs"') == 20
    assert second.count('class="hit theirs"') == 5
    assert "q=sensor&amp;side=theirs&amp;page=1" in second


def test_queries_stay_the_same_however_much_is_found(empty: Client) -> None:
    def count(n: int) -> int:
        turns = [mail(f"{n}-{i}", ANNA, f"Sensor {i}", SAM, hours=i) for i in range(n)]
        services.keep(thread(f"talk-{n}", *turns))
        with CaptureQueriesContext(connection) as asked:
            empty.get("/search/", {"q": "sensor"})
        return len(asked)

    assert count(2) == count(60)
