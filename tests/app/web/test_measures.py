"""Switching measures, and pages that honour it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client

from theirside.app import models, queries, services
from theirside.care.definition import measures
from theirside.errors import NotFoundError


def test_every_measure_is_listed_with_its_definition(empty: Client) -> None:
    page = empty.get("/settings/measures/").text

    assert all(f'value="{each}"' in page for each in measures())
    assert page.count('aria-pressed="true"') == len(measures())
    assert "/settings/measures/" in empty.get("/settings/").text


def test_a_measure_goes_off_and_on(empty: Client) -> None:
    answer = empty.post("/settings/measures/switch/", {"measure": "talk_share", "on": "no"})
    empty.post("/settings/measures/switch/", {"measure": "talk_share", "on": "no"})

    assert answer["Location"] == "/settings/measures/#m-talk_share"
    assert queries.measures_off() == {"talk_share"}
    assert empty.get("/settings/measures/").text.count('aria-pressed="false"') == 1

    empty.post("/settings/measures/switch/", {"measure": "talk_share", "on": "yes"})
    assert queries.measures_off() == frozenset()


def test_a_measure_that_is_none_is_told(empty: Client) -> None:
    answer = empty.post("/settings/measures/switch/", {"measure": "no_such", "on": "no"})

    assert answer.status_code == 404
    with pytest.raises(NotFoundError, match="no_such"):
        services.switch_measure("no_such", on=False)


def test_what_is_off_is_not_on_the_talks_page_which_says_so(seller: Client) -> None:

    key = models.Conversation.objects.filter(channel="call").values_list("key", flat=True)[0]
    address = f"/conversations/{quote(key)}/measures/"
    before = seller.get(address).text
    assert 'id="f-questions"' in before
    assert "Switched off" not in before

    services.switch_measure("questions", on=False)
    after = seller.get(address).text
    assert 'id="f-questions"' not in after
    assert f"Switched off, so not counted: {measures()['questions'].name}." in after
    assert 'href="/settings/measures/"' in after
