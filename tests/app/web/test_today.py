"""The first page: whom to think of, why, and what is said of it, with scripts and without."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.app.talks import SAM, mail, thread
from theirside.app import models, queries, services
from theirside.app.promising import add_promise
from theirside.conversation import Side, Speaker

CODE = re.compile(r'name="code" value="([^"]+)"')


@pytest.fixture
def promised(empty: Client) -> str:
    """Keep somebody to whom a promise is due today; return who."""
    keep(1)
    return queries.find_person("Person1 Harbour").id


def keep(number: int) -> None:
    them = Speaker(f"Person{number} Harbour", f"p{number}@harbour.example", side=Side.THEIRS)
    services.keep(thread(f"t{number}", mail(f"m{number}", them, "Hello.", SAM)), [], "test-1")
    add_promise(queries.find_person(them.email), f"Send map {number}", today(), by_us=True)


def today() -> date:
    return timezone.localdate()


def test_an_empty_workspace_says_what_comes_here(empty: Client) -> None:
    page = empty.get("/").text

    assert "Nobody here yet" in page
    assert "/add/" in page


def test_nothing_today_says_so(empty: Client) -> None:
    them = Speaker("Ida Lund", "ida@harbour.example", side=Side.THEIRS)
    services.keep(thread("t", mail("m", them, "Hello.", SAM)), [], "test-1")

    assert "Nothing today" in empty.get("/").text


def test_what_is_due_stands_there_with_why(empty: Client, promised: str) -> None:
    page = empty.get("/").text

    assert "Send map 1" in page
    assert "We promised" in page
    assert f"/people/{promised}/" in page


def test_kept_in_place_and_taken_back(empty: Client, promised: str) -> None:
    code = CODE.findall(empty.get("/").text)[0]
    answer = empty.post(
        f"/today/of/{promised}/", {"code": code, "how": "kept"}, headers={"HX-Request": "true"}
    )
    assert "Marked as kept" in answer.text
    assert "Send map 1" not in empty.get("/").text

    back = empty.post(
        f"/today/of/{promised}/",
        {"code": code, "how": "", "was": "kept"},
        headers={"HX-Request": "true"},
    )

    assert "Send map 1" in back.text


def test_without_scripts_it_leads_back_and_can_be_undone(empty: Client, promised: str) -> None:
    code = CODE.findall(empty.get("/").text)[0]
    page = empty.post(f"/today/of/{promised}/", {"code": code, "how": "later"}, follow=True).text

    assert "Send map 1" not in page
    assert "Take it back" in page
    assert f"Not before {(today() + timedelta(days=7)).day}" in page
    after = empty.post(
        f"/today/of/{promised}/", {"code": code, "how": "", "was": "later"}, follow=True
    )
    assert "Send map 1" in after.text


def test_a_change_takes_a_post(empty: Client, promised: str) -> None:
    assert empty.get(f"/today/of/{promised}/").status_code == 405


def test_what_is_not_open_is_told(empty: Client, promised: str) -> None:
    answer = empty.post(f"/today/of/{promised}/", {"code": "zz", "how": "kept"})

    assert answer.status_code == 404
    assert "not open any more" in answer.text


def test_it_takes_the_same_queries_for_many_people(empty: Client) -> None:
    counts = []
    for number in range(12):
        keep(number)
        if number in (8, 11):
            empty.get("/")  # looks at everybody
            with CaptureQueriesContext(connection) as ran:
                empty.get("/")
            counts.append(len(ran))
    assert models.Looked.objects.count() == 12
    assert counts[0] == counts[1]


def test_no_more_than_seven_people(empty: Client) -> None:
    for number in range(12):
        keep(number)
    page = empty.get("/").text

    assert page.count('<section class="thought"') == 7


def test_their_words_are_escaped(empty: Client) -> None:
    them = Speaker("Ida <b>Lund", "ida@harbour.example", side=Side.THEIRS)
    services.keep(thread("t", mail("m", them, "Hello.", SAM)), [], "test-1")
    add_promise(queries.find_person(them.email), "<script>x()</script>", today(), by_us=True)

    page = empty.get("/").text

    assert "<script>x()" not in page
    assert "<b>Lund" not in page


def test_where_nothing_is_up_because_sides_are_not_known_it_says_so(empty: Client) -> None:
    unknown = Speaker("Kim Lind", "kim@harbour.example")
    services.keep(thread("t", mail("m", unknown, "Hello.", SAM)), [], "test-1")

    assert "not known whose side" in empty.get("/").text
    services.set_side("t", "Kim Lind", Side.THEIRS)
    assert "not known whose side" not in empty.get("/").text
