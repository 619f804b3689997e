"""The margin of the first page: each part comes by itself, or as a page of its own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.app.talks import SAM, said, thread
from theirside.app import services
from theirside.conversation import Side, Speaker, Turn

WORDS = "If the ferry is late again I explain it to the harbour board."
IDA = Speaker("Ida Lund", "ida@harbour.example", side=Side.THEIRS)


@pytest.mark.parametrize("part", ["changed", "practice", "in-mind"])
def test_a_part_is_a_page_without_scripts(seller: Client, part: str) -> None:
    alone = seller.get(f"/today/{part}/")
    inside = seller.get(f"/today/{part}/", headers={"HX-Request": "true"})

    assert "<!doctype html>" in alone.text
    assert "<!doctype html>" not in inside.text
    assert "<h2>" in inside.text


def test_what_was_heard_today_is_new(empty: Client) -> None:
    now = timezone.now()
    turn = Turn("1", IDA, WORDS, now, to=(SAM,))
    services.keep(thread("t", turn), [said(0, WORDS, "facet.stake")], "test-1")

    assert WORDS in empty.get("/today/changed/").text


def test_what_was_heard_last_week_is_not(empty: Client) -> None:
    turn = Turn("1", IDA, WORDS, timezone.now() - timedelta(days=7), to=(SAM,))
    services.keep(thread("t", turn), [said(0, WORDS, "facet.stake")], "test-1")

    assert "Nothing new was heard" in empty.get("/today/changed/").text


def test_the_task_of_the_day_is_the_same_as_on_its_page(seller: Client) -> None:
    from theirside.app.practice import seller_named, todays_task

    task = todays_task(seller_named(), timezone.localdate()).task

    assert task.title in seller.get("/today/practice/").text
    assert task.title in seller.get("/purpose/").text
