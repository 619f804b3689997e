"""In mind: the few of today with why them; given, and not for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from tests.app.test_shelf import BEE_BOOK, NEAR, fill
from tests.app.web.conftest import enter
from theirside.app import queries, shelf

TODAY = "/serve/in-mind/"


@pytest.fixture
def inside(
    store: object, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Client:
    monkeypatch.setenv("THEIRSIDE_OFFER", str(tmp_path / "offer.yaml"))
    monkeypatch.setattr(shelf, "_by_model", lambda: NEAR)
    fill()
    return enter(client)


def of_anna() -> str:
    return f"/people/{queries.find_person('anna').id}/in-mind/"


def test_each_is_shown_one_thing_with_their_words_and_a_first_line(inside: Client) -> None:
    page = inside.get(TODAY).text

    assert "The bee year" in page
    assert "I love my bees more than beer." in page
    assert "A first line" in page
    assert "nothing was given to them from the shelf yet" in page


def test_what_was_given_is_noted_and_nothing_more_comes_for_a_while(inside: Client) -> None:
    page = inside.post(f"{of_anna()}{BEE_BOOK.id}/", {"answer": "given"}, follow=True).text

    assert "was given to Anna Bauer" in page
    [kept] = queries.shelf_answers()
    assert kept.is_given
    assert "Something was given to them a short while ago" in inside.get(of_anna()).text


def test_what_is_not_for_them_is_not_thought_of_again(inside: Client) -> None:
    page = inside.post(f"{of_anna()}{BEE_BOOK.id}/", {"answer": "never"}, follow=True).text

    assert "is nothing for Anna Bauer" in page
    assert "The bee year" not in inside.get(of_anna()).text
    assert not queries.shelf_answers()[0].is_given


def test_without_a_shelf_it_says_what_to_put_there(empty: Client) -> None:
    assert "The shelf is empty" in empty.get(TODAY).text
