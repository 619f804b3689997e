"""The list of conversations: found by what was asked, paged, with one number of queries."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, SAM, call, mail, thread
from theirside.app import queries
from theirside.app.services import keep
from theirside.conversation import Speaker


def fill(count: int) -> None:
    for number in range(count):
        first = mail(f"<{number}@x>", ANNA, "Hello.", SAM, hours=number)
        keep(thread(f"t{number}", first, subject=f"Cellar {number:02}"))


def test_an_empty_workspace_says_what_to_begin_with(empty: Client) -> None:
    page = empty.get("/conversations/").text

    assert "No conversations yet" in page
    assert "transcripts of calls" in page
    assert 'role="search" aria-label="Look for conversations"' not in page


def test_the_sample_is_listed_with_who_spoke_on_which_side(seller: Client) -> None:
    page = seller.get("/conversations/").text

    assert "46 conversations" in page
    assert '<span class="them">Marit Haugland</span>' in page
    assert "page 1 of 2" in page
    assert 'rel="next"' in page


def test_what_was_asked_stays_in_the_form_and_in_the_links(seller: Client) -> None:
    page = seller.get("/conversations/?channel=mail&with=tveit&about=%3Cb%3E").text
    many = seller.get("/conversations/?with=tveit").text

    assert '<option value="mail" selected>' in page
    assert 'value="tveit"' in page
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert "Nothing like that" in page
    assert 'href="?with=tveit&amp;page=2"' in many or "page 1 of" not in many


def test_a_person_is_looked_for_by_their_id_and_shown_by_name(seller: Client) -> None:
    sigrun = queries.find_person("Sigrun")

    page = seller.get("/conversations/", {"with": sigrun.id}).text

    assert f'value="{sigrun.name}"' in page
    assert "Skarvøy first call" in page
    assert "Penmarrow" not in page


def test_unknown_sides_alone_can_be_looked_for(empty: Client) -> None:
    keep(thread("m", mail("<1@x>", ANNA, "Hello.", SAM), subject="Brine room"))
    assert "Everybody's side is known" in empty.get("/conversations/?sides=unknown").text

    keep(call("c", (Speaker("Speaker 1"), "Good morning.")))
    page = empty.get("/conversations/?sides=unknown").text

    assert "Speaker 1: whose side?" in page
    assert "Brine room" not in page


def test_a_conversation_without_a_subject_is_called_by_whom_it_was_with(empty: Client) -> None:
    keep(thread("m", mail("<1@x>", ANNA, "Hello.", SAM), subject=""))

    assert "Mail with Anna Bauer" in empty.get("/conversations/").text


def test_senseless_numbers_and_kinds_are_passed_over(empty: Client) -> None:
    fill(1)

    for query in ("page=0", "page=-1", "page=x", "page=²", f"page={'9' * 30}", "channel=pigeon"):
        response = empty.get(f"/conversations/?{query}")
        assert response.status_code == 200, query
        assert "Cellar 00" in response.text


def test_more_conversations_take_no_more_queries(empty: Client) -> None:
    counts = []
    for count in (3, 30):
        fill(count)
        with CaptureQueriesContext(connection) as captured:
            empty.get("/conversations/?about=cellar")
        counts.append(len(captured))

    assert counts[0] == counts[1]
