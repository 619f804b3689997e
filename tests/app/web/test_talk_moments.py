"""Sharing moments from the talk: one's own, without a name, and back again."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.app.talks import ANNA, SAM, mail, said, thread
from theirside.app import queries
from theirside.app.moments import moments_of_conversation
from theirside.app.services import add_us, keep
from theirside.intake.us import Us

NERVOUS = "I'm nervous about the winter at Brauhaus."
PUMP = "The pump has two speeds."


@pytest.fixture
def code(empty: Client) -> str:
    """Return the id of a moment of ours in the one talk there is."""
    talk = thread("t", mail("<1@x>", ANNA, NERVOUS, SAM), mail("<2@x>", SAM, PUMP, ANNA, hours=1))
    keep(talk, [said(0, NERVOUS, "feeling.worried"), said(1, PUMP, "inform")], "test-1")
    [moment] = moments_of_conversation("t", 5)
    return moment.id


def test_a_moment_is_shared_without_the_customers_name(empty: Client, code: str) -> None:
    assert "Share with the team" in empty.get("/conversations/t/").text

    place = {"place": "0"}
    page = empty.post(f"/conversations/t/moments/{code}/share/", place, follow=True).text

    assert "Shared with the team, without the customer&#x27;s name." in page
    assert "The team may look at it." in page
    assert [(each.code, each.named) for each in queries.shared_moments()] == [(code, False)]


def test_the_name_stands_where_that_was_asked_for(empty: Client, code: str) -> None:
    empty.post(f"/conversations/t/moments/{code}/share/", {"named": "yes"})

    assert [each.named for each in queries.shared_moments()] == [True]


def test_it_can_be_taken_back(empty: Client, code: str) -> None:
    empty.post(f"/conversations/t/moments/{code}/share/")
    page = empty.post(f"/conversations/t/moments/{code}/unshare/", follow=True).text

    assert queries.shared_moments() == []
    assert "Share with the team" in page


def test_what_is_no_moment_of_ours_is_not_shared(empty: Client, code: str) -> None:
    page = empty.post("/conversations/t/moments/nothing/share/", follow=True).text

    assert "It was not shared" in page


def test_where_several_of_us_are_known_it_says_how_to_tell_who(empty: Client, code: str) -> None:
    add_us(Us(names=frozenset({"Sam Reed", "Lee Ford"})))

    page = empty.post(f"/conversations/t/moments/{code}/share/", follow=True).text

    assert "--seller NAME" in page
    assert queries.shared_moments() == []
