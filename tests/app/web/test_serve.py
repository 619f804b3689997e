"""The board: decided, undecided, and what to look at again."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import queries, services
from theirside.conversation import Side, Speaker
from theirside.serve.fit import Decision


def met(number: int) -> None:
    who = Speaker(f"Per Son{number}", f"p{number}@x.example", side=Side.THEIRS)
    services.keep(thread(f"n{number}", mail(f"<n{number}@x>", who, "Hello.", SAM)))


def decided(who: str, decision: Decision, again: date | None = None, to: str = "") -> None:
    person = queries.find_person(who)
    services.decide_fit(
        person.name, [person], decision, f"So is {person.name}.", look_again=again, pointed_to=to
    )


def section(page: str, title: str) -> str:
    start = page.index(f">{title}")
    return page[start : page.index("</section>", start)]


def test_whoever_is_undecided_stands_there_until_somebody_decides(empty: Client) -> None:
    services.keep(thread("t1", mail("<1@x>", ANNA, "Hello.", SAM)))
    services.keep(thread("t2", mail("<2@x>", BEN, "Hello.", SAM)))
    decided("anna", Decision.FIT)

    page = empty.get("/serve/").text

    assert "Ben Okafor" in section(page, "Undecided")
    assert "Anna Bauer" not in section(page, "Undecided")
    assert "So is Anna Bauer." in section(page, "Fit</h2>")


def test_what_is_due_comes_first_and_what_is_not_waits(empty: Client) -> None:
    for number in (1, 2):
        met(number)
    decided("p1@x.example", Decision.NOT_NOW, date(2020, 1, 1))
    decided("p2@x.example", Decision.NOT_NOW, date(2999, 1, 1))

    page = empty.get("/serve/").text

    assert "Per Son1" in section(page, "To look at again")
    assert "Per Son1" not in section(page, "Not now</h2>")
    assert "look again 1 Jan 2999" in section(page, "Not now</h2>")


def test_that_somebody_was_done_right_by_is_counted(empty: Client) -> None:
    met(1)
    decided("p1@x.example", Decision.NOT_US, to="Nightwatch")

    page = empty.get("/serve/").text

    assert "You did right by somebody once" in page
    assert "pointed to Nightwatch" in page


def test_an_empty_board_says_how_it_fills(empty: Client) -> None:
    assert "stands here until you decide" in empty.get("/serve/").text


def test_many_decisions_of_one_kind_fold(empty: Client) -> None:
    for number in range(14):
        met(number)
        decided(f"p{number}@x.example", Decision.FIT)

    assert "and 2 more" in empty.get("/serve/").text
    assert "and 2 more" not in empty.get("/serve/", {"all": "fit"}).text


@pytest.mark.parametrize("page", ["0", "x", "99999999999999999999"])
def test_a_page_that_is_not_there_is_the_nearest(empty: Client, page: str) -> None:
    assert empty.get("/serve/", {"page": page}).status_code == 200


def test_the_board_takes_as_many_queries_for_many_as_for_few(empty: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            empty.get("/serve/")
        return len(captured)

    met(0)
    met(1)
    decided("p0@x.example", Decision.FIT)
    few = count()
    for number in range(2, 20):
        met(number)
        if number % 2:
            decided(f"p{number}@x.example", Decision.NOT_US)

    assert count() == few
