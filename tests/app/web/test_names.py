"""Who a person is: taken apart and joined, and undone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.test import Client

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import queries
from theirside.app.services import keep


@pytest.fixture
def two(empty: Client) -> Client:
    """Return a browser on a workspace where Anna is known by two addresses as two people."""
    for number, who in enumerate((ANNA, replace(ANNA, email="anna@other.example"), BEN)):
        keep(thread(f"t{number}", mail(f"<{number}@x>", who, "Hello.", SAM)), [], "test-1")
    return empty


def anna(at: str = "brauhaus") -> str:
    return queries.find_person(f"anna@{at}.example").id


def test_who_is_likely_the_same_is_proposed_and_asked_before(two: Client) -> None:
    page = two.get(f"/people/{anna()}/names/").text

    assert "two addresses" in page
    assert "Make them one" in page
    assert len(queries.people()) == 3


def test_two_become_one_and_one_two_again(two: Client) -> None:
    key = anna()
    response = two.post(f"/people/{key}/merge/", {"other": anna("other")}, follow=True)
    assert "are one person now" in response.text
    assert len(queries.people()) == 2

    response = two.post(f"/people/{key}/split/", {"label": "anna@other.example"}, follow=True)
    assert "is a person of their own now" in response.text
    assert len(queries.people()) == 3

    [other] = re.findall(r'name="other" value="(\w+)"><button[^>]*>Undo', response.text)
    two.post(f"/people/{key}/merge/", {"other": other})
    assert len(queries.people()) == 2


def test_somebody_else_is_looked_for(two: Client) -> None:
    page = two.get(f"/people/{anna()}/names/", {"q": "ben"}).text

    assert "Ben Okafor" in page
    assert "Nobody else goes by" in two.get(f"/people/{anna()}/names/", {"q": "zz"}).text


def test_what_is_all_of_somebody_cannot_be_taken_out(two: Client) -> None:
    key = queries.find_person("Ben").id
    assert "This is somebody else" not in two.get(f"/people/{key}/names/").text

    response = two.post(f"/people/{key}/split/", {"label": "ben@brauhaus.example"}, follow=True)
    assert "is all that is known of Ben Okafor" in response.text


def test_nobody_is_joined_with_themselves(two: Client) -> None:
    response = two.post(f"/people/{anna()}/merge/", {"other": anna()}, follow=True)

    assert "one person already" in response.text


@pytest.mark.parametrize("path", ["merge", "split"])
def test_a_look_changes_nothing(two: Client, path: str) -> None:
    assert two.get(f"/people/{anna()}/{path}/").status_code == 405
