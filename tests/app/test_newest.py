"""The newest talks of ours: in order, and no more of them read than are asked for."""

from __future__ import annotations

from itertools import islice

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, SAM, mail, thread
from theirside.app import measuring, queries
from theirside.app.services import keep
from theirside.conversation import Side, Speaker

pytestmark = pytest.mark.usefixtures("store")

LEE = Speaker("Lee Ford", "lee@ours.example", side=Side.OURS)


def talk(number: int, seller: Speaker = SAM) -> None:
    said = mail(f"<{number}@x>", seller, "Good morning.", ANNA, hours=float(number))
    keep(thread(f"t{number}", said), (), "test-1")


def test_the_newest_come_first_some_at_a_time() -> None:
    for number in (1, 3, 0, 2):
        talk(number)
    found = [each.conversation.id for each in queries.newest_talks([SAM], 3)]
    assert found == ["t3", "t2", "t1", "t0"]


def test_those_of_others_and_of_nobody_are_left_out() -> None:
    talk(0)
    talk(1, LEE)
    assert [each.conversation.id for each in queries.newest_talks([LEE], 3)] == ["t1"]
    assert list(queries.newest_talks([], 3)) == []


def test_whoever_stops_early_has_not_read_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    whole = queries.talks_with_ids

    def watched(keys: list[str]) -> list[queries.Talk]:
        opened.extend(keys)
        return whole(keys)

    monkeypatch.setattr("theirside.app.queries.newest.talks_with_ids", watched)
    for number in range(6):
        talk(number)
    list(islice(queries.newest_talks([SAM], 2), 2))
    assert opened == ["t5", "t4"]
    opened.clear()
    subject = measuring.newest_of("Sam Reed", 2)
    assert [each.id for each in subject.talks()] == ["t4", "t5"]
    assert opened == ["t5", "t4"]


def test_the_queries_for_the_newest_of_a_seller_don_t_grow_with_the_talks() -> None:
    talk(0)
    talk(1)
    with CaptureQueriesContext(connection) as few:
        measuring.newest_of("Sam Reed", 2)
    for number in range(2, 8):
        talk(number)
    with CaptureQueriesContext(connection) as many:
        assert measuring.newest_of("Sam Reed", 2).size == 2
    assert len(many) == len(few)
