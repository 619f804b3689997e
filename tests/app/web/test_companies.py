"""The pages of companies, and of one."""

from __future__ import annotations

from django.test import Client


def test_companies_stand_with_their_people(seller: Client) -> None:
    page = seller.get("/companies/").text

    assert "Skarvøy Seafood AS" in page
    assert page.index("Marit Haugland") < page.index("Sigrun Aas")
    assert "Kessbach" not in seller.get("/companies/", {"q": "skarvoy-seafood.ex"}).text
    assert "No company goes by" in seller.get("/companies/", {"q": "nothing"}).text


def test_an_empty_workspace_says_where_companies_come_from(empty: Client) -> None:
    assert "No companies yet" in empty.get("/companies/").text
