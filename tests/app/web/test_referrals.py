"""The page of referrals: thanks owed, noted, and what is none."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from tests.app.web.conftest import enter
from theirside.app import services
from theirside.app.referrals import referrals

FROM = "Anna Bauer told me about you."


@pytest.fixture
def inside(store: object, client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr("theirside.app.ready.read", lambda *_, **__: ())
    services.keep(thread("t1", mail("<1@x>", ANNA, "Good morning.", SAM)))
    services.keep(thread("t2", mail("<2@x>", BEN, FROM, SAM)))
    return enter(client)


def test_who_recommended_us_to_whom_stands_there_with_the_words(inside: Client) -> None:
    page = inside.get("/serve/referrals/").text

    assert "Anna Bauer recommended us to Ben Okafor." in page
    assert FROM in page
    assert "Thanks owed" in page


def test_thanks_are_noted(inside: Client) -> None:
    [one] = referrals().found

    page = inside.post(f"/serve/referrals/{one.id}/", {"do": "thanked"}, follow=True).text

    assert "Thanks owed" not in page
    assert "you thanked for it" in page
    assert not referrals().owed


def test_what_is_no_referral_stays_out(inside: Client) -> None:
    [one] = referrals().found

    page = inside.post(f"/serve/referrals/{one.id}/", {"do": "strike"}, follow=True).text

    assert "No referral yet" in page
    assert not referrals().found


def test_one_that_is_gone_is_a_page_that_says_so(inside: Client) -> None:
    assert inside.post("/serve/referrals/nothing1/").status_code == 404
