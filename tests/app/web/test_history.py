"""The history of a person's understanding."""

from __future__ import annotations

from django.test import Client

from theirside.app import queries, services
from theirside.app.understanding import understood
from theirside.understand.understanding import Status


def test_what_was_heard_stands_by_day_the_newest_first(seller: Client) -> None:
    page = seller.get(f"/people/{queries.find_person('Sigrun').id}/history/").text
    page = page[page.index("When we first heard it") :]

    assert page.index("2 Sep 2026") < page.index("7 Jul 2026") < page.index("4 Nov 2025")


def test_where_nothing_changed_yet_the_page_says_what_will_stand_there(seller: Client) -> None:
    page = seller.get(f"/people/{queries.find_person('Sigrun').id}/history/").text

    assert "Nothing yet. When they tell something anew" in page


def test_what_changed_comes_first(seller: Client) -> None:
    person = queries.find_person("Sigrun")
    goal = next(each for each in understood(person)[0].current if each.facet == "goal")
    services.judge(goal, Status.CORRECTED, "Fewer stops than last year.")

    page = seller.get(f"/people/{person.id}/history/").text
    assert page.index("Fewer stops than last year.") < page.index("When we first heard it")
    assert "corrected" in page


def test_of_what_was_withdrawn_only_that_it_was(seller: Client) -> None:
    person = queries.find_person("Sigrun")
    boat = next(each for each in understood(person)[0].current if "boat" in each.statement)
    services.judge(boat, Status.WITHDRAWN)

    page = seller.get(f"/people/{person.id}/history/").text
    assert "A statement was withdrawn, for good." in page
    assert "boat" not in page
