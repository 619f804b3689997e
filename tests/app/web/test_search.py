"""The page of search."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, SAM, mail, thread
from tests.app.test_meaning import READER, TALK, Meaning, keep
from theirside.app import models, services


def test_hits_are_quotes_that_lead_into_their_talk(empty: Client) -> None:
    services.keep(thread("a", mail("1", ANNA, "The <b>board</b> decides.", SAM)))

    page = empty.get("/search/", {"q": "board"}).text

    assert "<mark>board</mark>" in page
    assert "&lt;b&gt;" in page
    assert "/conversations/a/?at=0#t-0" in page
    assert "Anna Bauer" in page


def test_nothing_found_and_nothing_asked_teach(empty: Client) -> None:
    assert "Nobody said that" in empty.get("/search/", {"q": "unheard", "by": "words"}).text
    assert "Nobody said that" in empty.get("/search/", {"q": "unheard", "whole": "yes"}).text
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


@pytest.fixture
def meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("theirside.reader.encoder.default_encoder", Meaning)


@pytest.mark.usefixtures("meaning")
def test_what_says_it_in_other_words_follows_and_says_so(empty: Client) -> None:
    keep(TALK)

    at_once = empty.get("/search/", {"q": "invoice"}).text
    assert "<mark>invoice</mark>" in at_once
    assert "<mark>We will pay the flood.</mark>" not in at_once
    assert 'hx-get="?q=invoice&amp;whole=yes"' in at_once

    page = empty.get("/search/", {"q": "invoice", "whole": "yes"}).text
    words, meant = page.index("With these words"), page.index("In other words")
    assert words < page.index("<mark>invoice</mark>") < meant
    assert meant < page.index("<mark>We will pay the flood.</mark>")

    alone = empty.get("/search/", {"q": "invoice", "by": "words"}).text
    assert "In other words" not in alone
    assert "With these words" not in alone
    assert "words only.</p>" not in page


@pytest.mark.usefixtures("meaning")
def test_what_is_not_coded_can_be_made_ready(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(TALK)
    models.Meaning.objects.update(version="meaning-0/1")
    asked = {"q": "our price", "side": "theirs"}
    whole = {**asked, "whole": "yes"}
    page = empty.get("/search/", whole).text

    assert "1 conversation could be looked through by words only" in page
    assert "theirside read --again" in page
    assert empty.get("/search/ready/").status_code == 405
    answer = empty.post("/search/ready/", asked)
    assert answer["Location"] == "/search/?q=our+price&side=theirs&page=1"

    monkeypatch.setattr("theirside.app.importing.default_reader", lambda: READER)
    from theirside.app.web.background import work

    work(until_empty=True)
    assert "<mark>Honestly, the invoice scares me.</mark>" in empty.get("/search/", whole).text


@pytest.mark.usefixtures("meaning")
def test_queries_stay_the_same_however_much_means_it(empty: Client) -> None:
    def count(n: int) -> int:
        for i in range(n):
            keep(thread(f"{n}-{i}", mail(f"{n}-{i}", ANNA, "The invoice scares me a lot.", SAM)))
        with CaptureQueriesContext(connection) as asked:
            empty.get("/search/", {"q": "our price", "whole": "yes"})
        return len(asked)

    assert count(2) == count(9)
