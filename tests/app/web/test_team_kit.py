"""The team's talk: planned by whoever may, from moments that each of us shares for themselves."""

from __future__ import annotations

import re

from django.test import Client

from theirside.app import queries

SHARE = re.compile(r"/purpose/team-kit/([0-9a-f]+)/share/")


def test_without_moments_it_says_what_is_missing(seller: Client) -> None:
    page = seller.get("/purpose/team-kit/").text

    assert "2 moments would have to be shared" in page
    assert SHARE.search(page)


def test_shared_it_stands_in_the_plan_without_the_customers_name(seller: Client) -> None:
    code = SHARE.findall(seller.get("/purpose/team-kit/").text)[0]
    seller.post(f"/purpose/team-kit/{code}/share/")
    page = seller.get("/purpose/team-kit/").text

    assert "One more moment would have to be shared" in page
    assert "Three questions" in page
    plan = page[page.index('class="kit"') : page.index('id="h-own"')]
    assert "The customer" in plan
    assert "Priya" not in plan


def test_taken_back_it_is_gone(seller: Client) -> None:
    code = SHARE.findall(seller.get("/purpose/team-kit/").text)[0]
    seller.post(f"/purpose/team-kit/{code}/share/")
    seller.post(f"/purpose/team-kit/{code}/unshare/")

    assert queries.shared_moments() == []


def test_an_empty_workspace_teaches(empty: Client) -> None:
    assert "No stretch stands out yet" in empty.get("/purpose/team-kit/").text


def test_a_month_that_is_none_is_this_month(seller: Client) -> None:
    assert seller.get("/purpose/team-kit/?month=zebra").status_code == 200
    assert "March 2026" in seller.get("/purpose/team-kit/?month=2026-03").text
