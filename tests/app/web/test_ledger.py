"""The ledger's pages: everybody, one person, adding, setting right, striking, taking back."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from tests.app.web.conftest import enter
from theirside.app import queries, services
from theirside.app.ledger import ledger_of
from theirside.serve.ledger.entry import Column, Entry

PLANS = "Could you send me the plans?"
MEET = "Could we meet on Friday?"


@pytest.fixture
def inside(store: object, client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr("theirside.app.ready.read", lambda *_, **__: ())
    asked = mail("<2@x>", SAM, MEET, ANNA, hours=30)
    services.keep(thread("t1", mail("<1@x>", ANNA, PLANS, SAM), asked))
    return enter(client)


def here() -> str:
    return f"/people/{queries.find_person('anna').id}/ledger/"


def entries() -> tuple[Entry, ...]:
    return ledger_of(queries.find_person("anna")).entries


def entry(words: str) -> Entry:
    return next(each for each in entries() if each.text == words)


def test_what_was_found_stands_by_side_and_column_with_where(inside: Client) -> None:
    page = inside.get(here()).text

    assert page.index("What we asked") < page.index(MEET) < page.index("What they asked")
    assert page.index("What they asked") < page.index(PLANS)
    assert "We never gave and asked once; they never gave and asked once." in page
    assert "Cellar sensors" in page


def test_those_heard_last_come_first(inside: Client) -> None:
    services.keep(thread("t2", mail("<3@x>", BEN, PLANS, SAM, hours=40)))

    page = inside.get("/serve/ledger/").text

    assert page.index("Ben Okafor") < page.index("Anna Bauer")
    assert "We have asked once and given nothing that we found." in page


def test_what_no_talk_shows_is_added_by_hand(inside: Client) -> None:
    said = {
        "kind": "gift.knowledge",
        "by": "ours",
        "text": "the checklist",
        "on": "2026-03-09",
        "weight": "2,5",
    }
    page = inside.post(here(), said, follow=True).text

    added = entry("the checklist")
    assert (added.column, added.kind, added.by_us, added.weight) == (
        Column.GIFT,
        "knowledge",
        True,
        2.5,
    )
    assert "added by hand, 9 Mar 2026" in page


@pytest.mark.parametrize(
    "wrong",
    [{"text": ""}, {"on": "soon"}, {"weight": "much"}, {"weight": "-1"}, {"kind": "loot.x"}],
)
def test_what_makes_no_sense_is_told_and_not_added(inside: Client, wrong: dict[str, str]) -> None:
    said = {"kind": "gift.help", "by": "ours", "text": "a hand", "on": "", "weight": "", **wrong}

    response = inside.post(here(), said)

    assert response.status_code == 400
    assert 'role="alert"' in response.text
    assert len(entries()) == 2


def test_a_found_one_is_struck_and_taken_back_in(inside: Client) -> None:
    at = f"{here()}{entry(MEET).id}/"

    page = inside.post(at, {"do": "strike"}, follow=True).text
    assert "Struck out" in page
    assert [each.text for each in entries()] == [PLANS]
    inside.post(at, {"do": "restore"})

    assert len(entries()) == 2


def test_a_found_one_is_set_right_in_kind_and_weight(inside: Client) -> None:
    at = f"{here()}{entry(MEET).id}/"

    inside.post(at, {"do": "correct", "kind": "ask.help", "weight": "3"})

    assert (entry(MEET).kind, entry(MEET).weight) == ("help", 3.0)


def test_a_typed_one_is_set_right_in_everything_and_struck_for_good(inside: Client) -> None:
    inside.post(here(), {"kind": "gift.help", "by": "ours", "text": "a hand", "on": "2026-03-09"})
    at = f"{here()}{entry('a hand').id}/"

    changed = {"do": "correct", "kind": "gift.time", "by": "theirs", "text": "an hour", "on": ""}
    inside.post(at, changed)
    now = entry("an hour")
    assert (now.kind, now.by_us) == ("time", False)
    inside.post(at, {"do": "strike"})

    assert len(entries()) == 2


def test_a_gift_does_not_become_an_ask(inside: Client) -> None:
    at = f"{here()}{entry(MEET).id}/"

    page = inside.post(at, {"do": "correct", "kind": "gift.help"}, follow=True).text

    assert "A gift does not become an ask" in page
    assert entry(MEET).kind == "meeting"


def test_an_entry_that_is_gone_is_a_page_that_says_so(inside: Client) -> None:
    assert inside.post(f"{here()}nothing/", {"do": "strike"}).status_code == 404


def test_an_empty_ledger_says_how_it_fills(empty: Client) -> None:
    assert "Nothing given or asked yet" in empty.get("/serve/ledger/").text
