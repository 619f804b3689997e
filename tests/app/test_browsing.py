"""Leafing through conversations: what is found, in which order, and with how many queries."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, BEN, SAM, START, call, mail, thread
from theirside.app import queries
from theirside.app.queries import Search, leaf
from theirside.app.services import keep
from theirside.conversation import Channel, Side, Speaker

pytestmark = pytest.mark.usefixtures("store")

ROOM = Speaker("Speaker 1")


def fill(count: int) -> None:
    for number in range(count):
        first = mail(f"<{number}@x>", ANNA, "Hello.", SAM, hours=number)
        keep(thread(f"t{number}", first, subject=f"Cellar {number}"))


def found(search: Search) -> list[str]:
    return [each.id for each in leaf(search).found]


def test_the_newest_come_first_page_by_page() -> None:
    fill(5)

    first, second, last = (leaf(Search(), number, most=2) for number in (1, 2, 3))

    assert [each.id for each in first.found] == ["t4", "t3"]
    assert [each.id for each in second.found] == ["t2", "t1"]
    assert [each.id for each in last.found] == ["t0"]
    assert (first.total, first.pages, first.number) == (5, 3, 1)


def test_a_number_beyond_the_last_page_gives_the_last() -> None:
    fill(3)

    assert leaf(Search(), 99, most=2).number == 2
    assert leaf(Search(), -4, most=2).number == 1


def test_an_empty_store_has_one_empty_page() -> None:
    assert leaf(Search()) == queries.Leaf((), 0, 1, 1)


def test_each_search_narrows() -> None:
    keep(thread("m1", mail("<1@x>", ANNA, "Hello.", SAM), subject="Cellar sensors"))
    keep(thread("m2", mail("<2@x>", SAM, "Hello.", BEN), subject="Brine"))
    keep(replace(call("c1", (ROOM, "Good morning."), (SAM, "Hello.")), subject="A cellar walk"))

    assert found(Search(channel=Channel.CALL)) == ["c1"]
    assert set(found(Search(text="cellar"))) == {"m1", "c1"}
    assert found(Search(person="anna")) == ["m1"]
    assert found(Search(person="ben@brauhaus.example")) == ["m2"], "who was written to counts"
    assert found(Search(unknown=True)) == ["c1"]
    assert found(Search(channel=Channel.MAIL, text="cellar", unknown=True)) == []


def test_a_person_is_found_by_their_id_and_named() -> None:
    keep(thread("m1", mail("<1@x>", ANNA, "Hello.", SAM)))
    keep(thread("m2", mail("<2@x>", BEN, "Hello.", SAM)))
    anna = queries.find_person("anna")

    there = leaf(Search(person=anna.id))

    assert [each.id for each in there.found] == ["m1"]
    assert there.person == "Anna Bauer"
    assert leaf(Search(person="anna")).person == ""


def test_who_spoke_is_told_by_side_in_the_order_of_their_first_words() -> None:
    keep(call("c1", (SAM, "Hello."), (ROOM, "Hi."), (SAM, "So."), (BEN, "Me too.")))

    [listed] = leaf(Search()).found

    assert listed.turns == 4
    assert listed.speakers == {
        Side.OURS: ("Sam Reed",),
        Side.UNKNOWN: ("Speaker 1",),
        Side.THEIRS: ("Ben Okafor",),
    }
    assert listed.at == START + timedelta()


def test_more_conversations_take_no_more_queries() -> None:
    counts = []
    for some in (2, 12):
        fill(some)
        with CaptureQueriesContext(connection) as captured:
            leaf(Search(text="cellar", person="anna", channel=Channel.MAIL), 1, most=20)
        counts.append(len(captured))

    assert counts[0] == counts[1] <= 6
