"""The page of a company."""

from __future__ import annotations

import re

from django.test import Client


def test_who_decides_and_how_is_told_in_the_words_of_all_of_them(seller: Client) -> None:
    page = seller.get("/companies/Skarvøy Seafood AS/").text

    assert "Marit signs anything above 20,000 kroner" in page  # Sigrun says so
    assert "for anything longer than a season it&#x27;s the board" in page  # Marit says so
    for heading in ("The people", "Who decides", "How they decide", "What they will measure it by"):
        assert heading in page


def test_a_sentence_stands_in_full_once(seller: Client) -> None:
    page = seller.get("/companies/Skarvøy Seafood AS/").text

    words = "decides on everything for more than one season"
    assert len(re.findall(rf'class="known"><q>[^<]*{words}', page)) == 1
    assert "as above" in page


def test_a_company_that_is_not_there_is_said(seller: Client) -> None:
    response = seller.get("/companies/Nowhere/")

    assert response.status_code == 404
    assert "no such company" in response.text
