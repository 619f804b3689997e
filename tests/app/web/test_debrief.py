"""The debrief as a page: wants held against the talk, from the side of whoever was asked for."""

from __future__ import annotations

from datetime import date

from django.test import Client

from tests.app.talks import ANNA, SAM, call, mail, thread
from theirside.app import queries
from theirside.app.services import keep, keep_preparation
from theirside.app.web.debriefed import counted
from theirside.conversation import Speaker
from theirside.evidence import Quote
from theirside.purpose.debrief import Focus
from theirside.purpose.wants import Preparation

MEETING = "call-fb28c4b52203c1036a91"


def test_wants_are_held_against_the_talk(seller: Client) -> None:
    page = seller.get("/conversations/call-44536cb2353ee673cc69/debrief/").text

    for heading in ("Whose talk it was", "What they wanted at the door", "What we wanted"):
        assert f"{heading}</h2>" in page
    assert "nothing was prepared for it" in page
    assert "Of our 73 sentences" in page
    assert 'href="/conversations/call-44536cb2353ee673cc69/#t-' in page
    assert "data-print" in page


def test_somebody_else_s_side_can_be_asked_for(seller: Client) -> None:
    sigrun = queries.find_person("Sigrun")

    first = seller.get(f"/conversations/{MEETING}/debrief/").text
    asked = seller.get(f"/conversations/{MEETING}/debrief/", {"for": sigrun.id}).text

    assert f'href="?for={sigrun.id}"' in first
    assert f"From the side of {sigrun.name}" in asked


def test_what_was_prepared_stands_beside_it(empty: Client) -> None:
    keep(call("c1", (SAM, "Shall we meet on Friday?"), (ANNA, "We want quiet.")), [], "test-1")
    anna = queries.find_person("anna")
    keep_preparation(
        Preparation(anna, date(2026, 3, 2), (), None, ("a meeting on Friday",), (), (), (), ())
    )

    page = empty.get("/conversations/c1/debrief/").text

    assert "held against the preparation for 2 Mar 2026" in page
    assert "a meeting on Friday" in page


def test_where_nobody_of_theirs_spoke_it_says_what_is_missing(empty: Client) -> None:
    keep(call("c1", (SAM, "Hello."), (Speaker("Speaker 1"), "Hi.")), [], "test-1")

    page = empty.get("/conversations/c1/debrief/").text

    assert "Nobody on their side spoke here" in page
    assert "/conversations/c1/sides/" in page


def test_whoever_took_no_part_is_said_to(empty: Client) -> None:
    keep(thread("m", mail("<1@x>", ANNA, "Hello.", SAM)), [], "test-1")
    keep(call("c1", (SAM, "Hello."), (Speaker("Ben Okafor", "b@x.example"), "Hi.")), [], "test-1")
    anna = queries.find_person("anna")

    assert empty.get("/conversations/c1/debrief/", {"for": anna.id}).status_code in {200, 404}


def test_counts_say_a_share_only_where_enough_is_clear() -> None:
    quotes = tuple(Quote("c", n, 0, 1, "x") for n in range(9))

    assert counted(Focus(quotes[:2], quotes[2:3], 12), "sentences") == (
        "Of our 12 sentences 2 were about them, 1 about us, 9 about neither or unclear. "
        "Too few are clear to give a share."
    )
    assert counted(Focus(quotes[:6], quotes[6:], 9), "questions").endswith(
        "Of those that are clear 67% were about them."
    )
