"""A person's pushback."""

from __future__ import annotations

from django.test import Client

from tests.app.talks import ANNA, SAM, mail, said, thread
from theirside.app import queries
from theirside.app.services import keep


def test_why_it_makes_sense_stands_before_what_one_can_say(empty: Client) -> None:
    words = "That is far too dear for us."
    asked = mail("<1@x>", ANNA, words, SAM)
    answer = mail("<2@x>", SAM, "It is worth it.", ANNA, hours=2)
    keep(thread("t1", asked, answer), [said(0, words, "pushback.price")], "test-1")

    page = empty.get(f"/people/{queries.find_person('Anna').id}/pushback/").text
    at = [page.index(each) for each in (words, "Why it makes sense", "What one can honestly say")]
    assert at == sorted(at)


def test_where_nobody_resisted_the_page_says_what_it_is_for(empty: Client) -> None:
    keep(thread("t1", mail("<1@x>", ANNA, "Hello.", SAM)), [], "test-1")

    page = empty.get(f"/people/{queries.find_person('Anna').id}/pushback/").text
    assert "No pushback was heard from them" in page
