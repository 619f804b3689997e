"""The page of a conversation: the talk, its marks, its moments, and long talks by stretches."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, SAM, call, mail, said, thread
from theirside.app import queries
from theirside.app.moments import moments_of_conversation
from theirside.app.services import comment, keep
from theirside.app.web.views import conversation as view
from theirside.conversation import Speaker
from theirside.evidence import Annotation

FIRST_CALL = "call-44536cb2353ee673cc69"


def long_talk(turns: int) -> None:
    """Keep a talk of so many turns."""
    lines = [(ANNA if number % 2 else SAM, f"Turn {number}.") for number in range(turns)]
    keep(call("long", *lines), [], "test-1")


def places(page: str) -> list[int]:
    return [int(each) for each in re.findall(r'id="t-(\d+)"', page)]


def test_every_turn_stands_there_with_its_anchor_time_and_side(seller: Client) -> None:
    talk = queries.conversation(FIRST_CALL).conversation

    page = seller.get(f"/conversations/{FIRST_CALL}/").text

    assert places(page) == list(range(len(talk.turns)))
    assert page.count('class="turn is-theirs') == sum(
        turn.speaker.side == "theirs" for turn in talk.turns
    )
    assert ">0:03</a>" in page


def test_words_from_outside_are_text_and_nothing_else(empty: Client) -> None:
    hostile = "<script>alert(1)</script> <img src=x onerror=y>"
    keep(thread("m", mail("<1@x>", Speaker(hostile, "a@b.example"), hostile, SAM), subject=hostile))
    comment("m", 0, hostile, author="me")

    for path in ("/conversations/", "/conversations/m/", "/conversations/m/comments/0/"):
        page = empty.get(path).text
        assert "<script>alert" not in page
        assert "<img" not in page


def test_marks_are_told_in_plain_words_on_the_line_they_belong_to(empty: Client) -> None:
    text = "We are slow. We want quiet."
    goal = Annotation(0, 13, 27, "facet.goal", 0.9, "test-1")
    felt = Annotation(0, 0, 12, "feeling.worried", 0.9, "test-1")
    keep(thread("m", mail("<1@x>", ANNA, text, SAM)), [goal, felt], "test-1")

    page = empty.get("/conversations/m/").text

    before, _, after = page.partition("We are slow. ")
    assert before.rstrip().endswith('<span class="sign">≈</span> Worried</span></span>')
    assert re.match(r'<span class="note"><span class="mark">Goal</span></span>We want', after)
    assert "facet.goal" not in page


def test_kinds_of_marks_are_switched_by_the_query_and_remembered(empty: Client) -> None:
    keep(thread("m", mail("<1@x>", ANNA, "We want quiet.", SAM)), [said(0, "We want")], "test-1")

    assert ">Goal<" in empty.get("/conversations/m/").text
    assert ">Goal</span>" not in empty.get("/conversations/m/?marks=chosen&mark=questions").text
    later = empty.get("/conversations/m/").text
    assert ">Goal</span>" not in later
    assert 'value="questions" checked' in later
    assert ">Goal</span>" not in empty.get("/conversations/m/?marks=chosen").text, "none at all"
    assert ">Goal</span>" in empty.get("/conversations/m/?marks=chosen&mark=told").text


def test_what_nobody_may_read_from_is_left_alone_whatever_is_shown(empty: Client) -> None:
    special = Annotation(0, 0, 13, "special", 1.0, "test-1")
    keep(thread("m", mail("<1@x>", ANNA, "My back hurts.", SAM)), [special], "test-1")

    assert "Left alone" in empty.get("/conversations/m/?marks=chosen").text


def test_moments_are_steps_with_why_and_the_way_to_the_next(seller: Client) -> None:
    found = moments_of_conversation(FIRST_CALL, view.MOMENTS)
    assert found, "the sample's first call has moments"

    page = seller.get(f"/conversations/{FIRST_CALL}/").text

    steps = re.findall(r'<section class="moment[^"]*" id="m-(\d+)" data-step', page)
    assert steps == [str(number) for number in range(1, len(found) + 1)]
    assert page.count("<mark>") >= len(found)
    assert "To talk about" in page


def test_a_long_talk_shows_the_stretch_that_was_asked_for(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "TURNS", 10)
    long_talk(25)

    first, middle, last = (
        empty.get(f"/conversations/long/{query}").text for query in ("", "?at=13", "?at=24")
    )

    assert places(first) == list(range(10))
    assert places(middle) == list(range(10, 20))
    assert places(last) == list(range(20, 25))
    assert 'href="/conversations/long/?at=10"' in first
    assert 'href="/conversations/long/?at=0"' in middle
    assert "Go on reading" not in last
    assert empty.get("/conversations/long/?at=900").status_code == 302


def test_moments_of_a_very_long_talk_come_after_the_page(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "AT_ONCE", 20)
    long_talk(25)

    page = empty.get("/conversations/long/").text

    assert 'hx-get="?moments=yes"' in page
    assert 'href="?moments=yes"' in page, "without scripts as well"
    assert 'hx-get="?moments=yes"' not in empty.get("/conversations/long/?moments=yes").text


def test_more_turns_take_no_more_queries(empty: Client) -> None:
    keep(call("short", (SAM, "One."), (ANNA, "Two."), (SAM, "Three."), (ANNA, "Four.")), [], "t")
    long_talk(60)
    counts = []
    for key in ("short", "long"):
        empty.get(f"/conversations/{key}/")
        with CaptureQueriesContext(connection) as captured:
            empty.get(f"/conversations/{key}/")
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_what_is_not_read_yet_can_be_read_from_here(empty: Client) -> None:
    keep(thread("m", mail("<1@x>", ANNA, "We want quiet.", SAM)))
    assert "Read it now" in empty.get("/conversations/m/").text

    response = empty.post("/conversations/m/read/")

    assert response.status_code == 302
    assert "Read it now" not in empty.get("/conversations/m/").text


def test_an_unknown_side_is_asked_for(empty: Client) -> None:
    keep(call("c", (Speaker("Speaker 1"), "Good morning."), (SAM, "Hello.")))

    assert "Whose side is Speaker 1 on?" in empty.get("/conversations/c/").text


def test_a_pushback_leads_to_why_it_makes_sense(empty: Client) -> None:
    price = said(0, "Too dear", "pushback.price")
    keep(thread("m", mail("<1@x>", ANNA, "Too dear for us.", SAM)), [price], "test-1")

    page = empty.get("/conversations/m/").text

    assert 'href="/conversations/m/pushback/#p-0"' in page
    assert "Why this makes sense" in page


def test_what_is_not_there_is_a_page_that_says_so(seller: Client) -> None:
    response = seller.get("/conversations/nothing/")

    assert response.status_code == 404
    assert "no such conversation" in response.text
